"""The picture of a timeline: well-formed, harmless, readable without colour and without eyes."""

import re
from xml.etree import ElementTree

import pytest

from kata.front.timeline import layout, layouts
from kata.front.timeline_svg import draw
from tests.project.front_project import call, span, trace

SVG = "{http://www.w3.org/2000/svg}"


def everything():
    served = call("serve(shops)", 0, 3, "cancelled") | {"cancels": [2.0]}
    spans = [
        span("done", 0, 1),
        span("moment", 1, 1),
        span("cancelled", 0, 2, "cancelled"),
        span("cleanup", 0.5, 3, "cancelled"),
        span("raised", 0, 1.5, "raised"),
        span("open", 1, None),
    ]
    return trace(
        elapsed=3,
        calls=[served],
        spans=spans,
        events=[{"at": 1.5, "who": "till", "what": "rang", "data": {}}],
        blocked=[{"start": 0, "end": 0.5, "what": "time.sleep", "where": None}],
    )


def picture(*traces, width=110, rows=60, title="a title", identity="timeline"):
    plans = layouts(traces, width, rows)
    text = draw([(f"run {at}", plan) for at, plan in enumerate(plans)], title, identity)
    return ElementTree.fromstring(text)


def texts(root, style=None):
    return [one.text for one in root.iter(f"{SVG}text") if style in (None, one.get("class"))]


def shapes(root, style):
    return [one for one in root.iter() if style == one.get("class")]


def test_it_stands_alone():
    source = draw([("", layout(everything(), 110, 60))], "a title")
    assert re.findall(r"https?://[^\"]*", source) == ["http://www.w3.org/2000/svg"]
    assert "<script" not in source
    assert not re.search(r"\bon\w+=|@import|@font-face|javascript:", source)
    assert set(re.findall(r"url\((.*?)\)", source)) == {"#timeline-blocked", "#timeline-cleanup"}


def test_it_says_in_words_what_it_shows():
    root = picture(everything())
    assert root.get("role") == "img"
    title, description = root[0], root[1]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text == "a title"
    assert "done: from 0 s to 1 s;" in description.text
    assert "cleanup: from 0.5 s to 3 s, cancelled at 2 s (cleaned up until 3 s)" in description.text
    assert "event loop: from 0 s to 0.5 s (blocked by time.sleep)" in description.text


def test_instants_lie_in_proportion_to_their_seconds():
    boxes = [(float(box.get("x")), float(box.get("width"))) for box in shapes(picture(trace()), "work")]
    (milk, short), (bread, long), _ = boxes  # the last is the legend's
    assert bread == pytest.approx(milk + short, abs=0.2)
    assert long == pytest.approx(2 * short, abs=0.2)


def test_two_runs_have_one_axis():
    root = picture(trace(), trace(elapsed=2, calls=[call(end=2)], spans=[span("milk", 0, 1)]))
    first, _, second, _ = [(box.get("x"), box.get("width")) for box in shapes(root, "work")]
    assert first == second
    assert texts(root, "heading") == ["run 0", "run 1"]


MARKS = {
    "done": {"work"},
    "moment": {"moment"},
    "cancelled": {"work cancelled", "cross", "halo"},
    "cleanup": {"work cancelled", "cross", "halo", "cleanup"},
    "raised": {"work raised", "raised-mark", "bang"},
    "open": {"work open", "arrow"},
}


@pytest.mark.parametrize("who", MARKS)
def test_each_state_has_shapes_of_its_own(who):
    both = everything() | {"calls": [], "blocked": [], "events": []}
    both["calls"] = [call("", 0, 0) | {"cancels": [2.0]}]
    with_it = picture(both | {"spans": [one for one in both["spans"] if one["who"] == who]})
    without = picture(both | {"spans": []})
    classes = [{one.get("class") for one in root.iter() if one.get("class")} for root in (with_it, without)]
    assert classes[0] - classes[1] - {"label", "note", "guide", "key"} == MARKS[who]


def test_states_can_be_told_without_colour():
    """No two have the same shapes, and the loop that is blocked and who cleans up have patterns."""
    assert len({frozenset(marks) for marks in MARKS.values()}) == len(MARKS)
    root = picture(everything())
    patterns = [one.get("style") for one in [*shapes(root, "blocked"), *shapes(root, "cleanup")]]
    assert {"fill:url(#timeline-blocked)", "fill:url(#timeline-cleanup)"} == set(patterns)


def test_a_blocked_loop_is_blocked_for_everybody():
    (band,) = shapes(picture(everything()), "band")
    boxes = shapes(picture(everything()), "work")
    assert float(band.get("height")) > 5 * float(boxes[0].get("height"))


def test_marks_lie_above_the_bars_that_follow():
    spans = [span("shop", 0, 1, "cancelled"), span("shop", 1, 2)]
    classes = [one.get("class") for one in picture(trace(spans=spans)).iter()]
    assert classes.index("cross") > classes.index("work")


def test_the_legend_explains_what_occurs_and_nothing_else():
    assert texts(picture(trace()), "key") == ["the call, waiting for what it started", "at work"]
    assert len(texts(picture(everything()), "key")) == 10


@pytest.mark.parametrize("identity", ["timeline", "other"])
def test_two_pictures_in_one_page_do_not_meet(identity):
    source = draw([("", layout(everything(), 110, 60))], "a title", identity)
    ids = re.findall(r'id="(.*?)"', source)
    assert len(ids) == len(set(ids))
    assert all(one == identity or one.startswith(f"{identity}-") for one in ids)
    style = ElementTree.fromstring(source).find(f"{SVG}style").text
    selectors = re.findall(r"^\s*([#@.\w][^{;:]*)\{", style, re.MULTILINE)
    assert selectors
    assert all(selector.startswith((f"#{identity} ", "@media")) for selector in selectors)


def test_it_goes_with_a_light_and_a_dark_page():
    style = picture(trace()).find(f"{SVG}style").text
    light, dark = style.split("@media (prefers-color-scheme: dark)")
    assert set(re.findall(r"(--\w+):", light)) == set(re.findall(r"(--\w+):", dark))
    assert not re.findall(r"(?:fill|stroke): *#", style)  # no colour but by its name


@pytest.mark.parametrize(
    "evil", ["<script>alert(1)</script>\"&'", "]]>", "\x00\x1b\ufffe", "\ud800", "\u202e"]
)
def test_no_text_breaks_out(evil):
    wild = trace(calls=[call(evil)], spans=[span(evil, 0, 1)], blocked=[])
    wild["events"] = [{"at": 1, "who": evil, "what": evil, "data": {}}]
    source = draw([(evil, layout(wild, 110, 60))], evil)
    root = ElementTree.fromstring(source.encode())
    known = {"svg", "title", "desc", "style", "defs", "pattern", "line", "circle", "rect", "text", "path"}
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= known
    assert "\u202e" not in source


def test_a_long_trace_is_folded_and_says_so():
    spans = [span(f"worker {at}", at / 10, at / 10 + 1) for at in range(200)]
    root = picture(trace(spans=spans), rows=12)
    assert len(shapes(root, "work")) == 10 + 1  # and the legend's
    assert "and 190 more" in texts(root, "note")
    assert "and 190 more" in root[1].text


def test_without_time_there_is_a_sentence():
    still = trace(elapsed=0, calls=[call(end=0)], spans=[])
    assert texts(picture(still), "note") == ["No time passed: main(worker) returned at 0 s."]


def test_everything_lies_within_the_picture():
    root = picture(everything(), trace(), width=80)
    width, height = (float(root.get(side)) for side in ("width", "height"))
    for one in root.iter(f"{SVG}text"):
        assert 0 <= float(one.get("x")) < width
        assert 0 <= float(one.get("y")) < height
        if one.get("text-anchor") == "start":
            assert float(one.get("x")) + 8 * len(one.text) <= width
    for one in root.iter(f"{SVG}rect"):
        if one.get("x"):
            assert float(one.get("x")) + float(one.get("width")) <= width
