"""The timeline: its plan in seconds and columns, and how it is drawn."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kata.front.glyphs import ASCII, UNICODE
from kata.front.safe_text import cells
from kata.front.timeline import layout, layouts, number
from kata.front.timeline_text import STYLES, draw, plain
from tests.project.front_project import call, span, trace

SAMPLES = Path(__file__).parent / "front_samples"


def stalled() -> dict[str, Any]:
    blocked = [{"start": 0, "end": 2, "what": "time.sleep", "where": None}]
    beats = [span("heartbeat", at, at) for at in (0, 2, 3)]
    return trace(blocked=blocked, spans=[span("sleeper", 0, 2), *beats])


def shops() -> dict[str, Any]:
    spans = [
        span("shop 1", 0, 0.5),
        span("shop 1", 0.5, 1.5, "cancelled"),
        span("shop 1", 1.5, 2),
        span("shop 2", 0, 2, "raised"),
        span("shop 3", 0.25, None),
    ]
    served = call("serve(shops, orders=['a', 'b', 'c'])", 0, 2.5, "cancelled") | {"cancels": [2.0]}
    events = [{"at": 1.0, "who": "till", "what": "rang", "data": {}}]
    return trace(calls=[served], spans=spans, events=events, elapsed=2.5)


def deadlock() -> dict[str, Any]:
    calls = [call(end=None, ending="running")]
    return trace(
        ending="deadlock", elapsed=1.25, calls=calls, spans=[span("a", 0, 1.25), span("b", 0.5, None)]
    )


def crowd() -> dict[str, Any]:
    spans = [span(f"worker {at}", at / 10, at / 10 + 0.5) for at in range(40)]
    return trace(elapsed=5, calls=[call(end=5)], spans=[*spans, span("late", 4, 4.5, "cancelled")])


def overlapping() -> dict[str, Any]:
    return trace(spans=[span("shop", 0, 2), span("shop", 1, 3), span("shop", 2, 3)])


TRACES = {
    "one_after_the_other": trace,
    "stalled": stalled,
    "shops": shops,
    "deadlock": deadlock,
    "crowd": crowd,
    "overlapping": overlapping,
}


@pytest.mark.parametrize("name", TRACES)
@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_a_picture_looks_as_it_did_when_somebody_looked_at_it(name, width, glyphs):
    picture = plain(draw(layout(TRACES[name](), width, 8), glyphs))
    kind = "ascii" if glyphs is ASCII else "unicode"
    sample = SAMPLES / f"timeline_{name}_{width}_{kind}.txt"
    assert picture + "\n" == sample.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TRACES)
@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_screen(name, width):
    for line in plain(draw(layout(TRACES[name](), width), UNICODE)).splitlines():
        assert cells(line) <= width


@pytest.mark.parametrize("name", TRACES)
def test_an_ascii_picture_holds_nothing_but_ascii(name):
    assert plain(draw(layout(TRACES[name](), 80), ASCII)).isascii()


def test_instants_lie_in_proportion_to_their_seconds():
    plan = layout(trace(), 80)
    assert plan.column(0) == 0
    assert plan.column(3) == plan.plot_width - 1
    assert plan.column(1) == round((plan.plot_width - 1) / 3)


def test_a_wider_screen_gives_the_time_more_room():
    assert layout(trace(), 120).plot_width == layout(trace(), 80).plot_width + 40


def test_labels_stand_only_where_something_happens():
    assert [tick.label for tick in layout(trace(), 80).ticks] == ["0", "1", "3"]


def test_labels_never_touch():
    ticks = layout(crowd(), 80).ticks
    for one, other in pairwise(ticks):
        assert one.offset + len(one.label) + 2 <= other.offset


def test_folded_rows_are_counted_and_those_in_trouble_stay():
    plan = layout(crowd(), 80, most_rows=8)
    assert len(plan.rows) == 7
    assert len(plan.folded) == 35
    assert "late" in [row.label for row in plan.rows]
    assert "(+35 more)" in plain(draw(plan, UNICODE))


def test_the_note_of_folded_rows_says_how_they_ended():
    spans = [span(f"worker {at}", 0, 1, "cancelled") for at in range(9)]
    picture = plain(draw(layout(trace(spans=spans), 80, most_rows=4), UNICODE))
    assert "(+7 more, 7 cancelled)" in picture


def test_nothing_is_folded_when_there_is_just_enough_room():
    spans = [span(f"worker {at}", 0, 1) for at in range(7)]
    plan = layout(trace(spans=spans), 80, most_rows=8)
    assert (len(plan.rows), plan.folded) == (8, ())


def test_a_moment_without_length_is_seen():
    assert UNICODE.instant in plain(draw(layout(trace(spans=[span("milk", 1, 1)]), 80), UNICODE))


@pytest.mark.parametrize(
    ("ending", "end", "glyph"),
    [("cancelled", 1, UNICODE.cancelled), ("raised", 1, UNICODE.raised), ("open", None, UNICODE.open)],
)
def test_each_ending_has_its_own_mark(ending, end, glyph):
    picture = plain(draw(layout(trace(spans=[span("milk", 0, end, ending)]), 80), UNICODE))
    row = next(line for line in picture.splitlines() if line.startswith("milk"))
    assert glyph in row
    assert UNICODE.work_end not in row


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_marks_differ_from_one_another(glyphs):
    marks = [glyphs.work_end, glyphs.cancelled, glyphs.raised, glyphs.open, glyphs.instant, glyphs.blocked]
    assert (
        len(
            {*marks, glyphs.event, glyphs.work, glyphs.call, glyphs.guide, glyphs.axis_cancel, glyphs.cleanup}
        )
        == 12
    )


def test_a_cancellation_by_the_test_stands_on_the_axis():
    plan = layout(shops(), 80)
    axis = "".join(text for text, _ in draw(plan, UNICODE)[1])
    assert axis[plan.label_width + 1 + plan.column(2.0)] == UNICODE.axis_cancel


def cleaning(ending="cancelled", end=3.0, cancels=(2.0,), **keys):
    called = call(end=3) | {"cancels": list(cancels)}
    return trace(calls=[called], spans=[span("milk", 0.5, end, ending)], **keys)


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_work_that_goes_on_after_a_cancellation_is_seen_to_clean_up(glyphs):
    plan = layout(cleaning(), 80)
    lines = plain(draw(plan, glyphs)).splitlines()
    row = next(line for line in lines if line.startswith("milk"))[plan.label_width + 1 :]
    begun, reached, over = (plan.column(at) for at in (0.5, 2, 3))
    assert row[begun] == glyphs.work_start
    assert set(row[begun + 1 : reached]) == {glyphs.work}
    assert row[reached] == glyphs.cancelled
    assert set(row[reached + 1 : over]) == {glyphs.cleanup}
    assert row[over] == glyphs.work_end
    assert row.endswith("cleaned up until 3 s")
    assert f"{glyphs.cleanup} cleaning up" in lines[-1]


@pytest.mark.parametrize(
    "one",
    [
        cleaning("done"),  # shielded, or deaf: it was not cancelled
        cleaning("raised"),
        cleaning(end=2.0),  # over as soon as it was reached
        cleaning(cancels=[0.25, 3.0]),  # before it began, and when it was over
        cleaning(cancels=[]),
        cleaning(clock="wall", end=2.01),  # the jitter of the wall clock
    ],
    ids=["done", "raised", "at once", "earlier and later", "by others", "jitter"],
)
def test_nobody_else_is_seen_to_clean_up(one):
    (bar,) = layout(one, 80).rows[1].bars
    assert bar.cleanup is None


def test_a_cancelled_call_cleans_up_after_its_own_cancellation_only():
    first = call("first", 0, 3, "cancelled") | {"cancels": [2.0]}
    second = call("second", 0, 1.5, "cancelled") | {"cancels": [1.5]}
    third = call("third", 1, 2.5, "cancelled")
    plan = layout(trace(calls=[first, second, third], spans=[]), 80)
    assert [row.bars[0].cleanup for row in plan.rows] == [2.0, None, None]


def test_timelines_side_by_side_have_one_axis():
    short = trace(elapsed=2, calls=[call("f", end=2)], spans=[span("a much longer name", 0, 2)])
    long, other = layouts([trace(), short], 80)
    assert long.end == other.end == 3
    assert long.column(2) == other.column(2)
    assert (long.label_width, long.plot_width) == (other.label_width, other.plot_width)
    assert other.rows[0].note == "returned at 2 s"
    assert "2" in [tick.label for tick in other.ticks]


def test_what_never_ended_ends_with_its_own_run_on_the_axis_of_a_longer_one():
    stuck = trace(elapsed=2, calls=[call(end=None, ending="running")], spans=[])
    plan, _ = layouts([stuck, trace()], 80)
    assert plan.rows[0].bars[0].end == 2


def test_a_timeline_without_anything_leaves_the_other_alone():
    nothing, other = layouts([trace(calls=[], spans=[], elapsed=1), trace()], 80)
    assert nothing.sentence == "Nothing was recorded in 1 s."
    assert plain(draw(other, UNICODE)) == plain(draw(layout(trace(), 80), UNICODE))


def test_work_of_one_name_at_the_same_time_takes_two_lines():
    labels = [row.label for row in layout(overlapping(), 80).rows]
    assert labels == ["main(worker)", "shop", ""]


def test_a_call_that_returns_before_its_workers_ends_where_it_returned():
    plan = layout(trace(calls=[call(end=1)], elapsed=1, spans=[span("milk", 0, 3)]), 80)
    assert plan.end == 3
    assert plan.rows[0].note == "returned at 1 s"


@pytest.mark.parametrize(
    ("ending", "note"),
    [
        ("deadlock", "waits for ever"),
        ("spin", "spins for ever"),
        ("timeout", "was killed"),
        ("raised", "never ended"),
    ],
)
def test_a_call_that_never_came_back_says_why(ending, note):
    plan = layout(trace(ending=ending, calls=[call(end=None, ending="running")]), 80)
    assert plan.rows[0].note == note


def test_the_legend_explains_only_marks_that_occur():
    assert len(draw(layout(trace(), 80), UNICODE)) == 5
    legend = plain(draw(layout(stalled(), 80), UNICODE)).splitlines()[-1]
    assert legend.strip().split("   ") == ["◆ a moment", "▒ nothing else could run"]


def test_without_time_there_is_a_sentence():
    still = trace(elapsed=0, calls=[call(end=0)], spans=[span("milk", 0, 0)])
    picture = plain(draw(layout(still, 100), UNICODE))
    assert picture == "No time passed: main(worker) returned at 0 s, and milk began in that same instant."
    hardly = trace(elapsed=0.0004, calls=[call(end=0.0004)], spans=[])
    assert plain(draw(layout(hardly, 100), UNICODE)).startswith(
        "Hardly any time passed: main(worker) returned"
    )


def test_an_empty_trace_gets_a_sentence():
    assert layout(trace(calls=[], spans=[], elapsed=2), 80).sentence == "Nothing was recorded in 2 s."


def test_the_jitter_of_the_wall_clock_does_not_show():
    jitter = trace(
        clock="wall", elapsed=1.0023, calls=[call(end=1.0023)], spans=[span("milk", 0.0004, 1.0011)]
    )
    assert [tick.label for tick in layout(jitter, 80).ticks] == ["0", "1"]


def test_names_cannot_move_the_cursor():
    picture = plain(draw(layout(trace(spans=[span("\x1b[2Jmilk\n", 0, 1)]), 80), UNICODE))
    assert "\x1b" not in picture
    assert "\\e[2Jmilk\\n" in picture


def test_wide_names_keep_the_columns_in_line():
    plan = layout(trace(spans=[span("牛奶", 0, 3), span("bread", 0, 3)]), 80)
    ends = {cells("".join(text for text, _ in line)) for line in draw(plan, UNICODE)[3:5]}
    assert len(ends) == 1


def test_every_style_is_a_known_one():
    used = {
        style for name in TRACES for line in draw(layout(TRACES[name](), 80), UNICODE) for _, style in line
    }
    assert used <= {"", *STYLES}


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0"), (3.0, "3"), (0.25, "0.25"), (0.6000000000000001, "0.6")]
)
def test_seconds_are_written_short(seconds, text):
    assert number(seconds) == text
