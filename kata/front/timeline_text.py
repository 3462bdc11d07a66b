"""Draws a timeline in characters.

     seconds      0                 1                                   3
                  ├─────────────────┼───────────────────────────────────┤
     main(worker) ├┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄●  returned at 3 s
     milk         ┣━━━━━━━━━━━━━━━━━┫                                   ┊
     bread        ┊                 ┣━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┫

Every ending has its own mark, so that the picture can be read without colour.
"""

import textwrap
from collections import Counter
from collections.abc import Iterator

from kata.front import safe_text
from kata.front.glyphs import ASCII, Glyphs
from kata.front.timeline import Bar, Row, Timeline

Segment = tuple[str, str]
"""A piece of text and the name of its style: one of STYLES, or "" for none."""

STYLES = (
    *("axis", "guide", "label", "call", "note", "legend"),
    *("done", "cancelled", "raised", "open", "blocked", "event"),
)

Line = list[Segment]

_NARROWEST_NOTE = 6
_CAP, _BODY, _MOMENT, _MARK = 2, 1, 3, 4


def draw(plan: Timeline, glyphs: Glyphs) -> list[Line]:
    """The lines of the picture: axis, rows, what was folded away, legend."""
    if plan.sentence:
        return [[(line, "note")] for line in textwrap.wrap(_plain(plan.sentence, glyphs), plan.width)]
    lines = [_labels(plan), _axis(plan, glyphs)]
    lines += [_row(plan, row, glyphs) for row in plan.rows]
    if plan.folded:
        lines.append([(" " * (plan.label_width + 1) + _folded(plan.folded), "note")])
    return lines + _legend(plan, glyphs)


def plain(lines: list[Line]) -> str:
    """The lines without their styles."""
    return "\n".join("".join(text for text, _ in line).rstrip() for line in lines)


def _labels(plan: Timeline) -> Line:
    text = ""
    for tick in plan.ticks:
        text = text.ljust(tick.offset) + tick.label
    return [(safe_text.pad("seconds", plan.label_width) + " ", "axis"), (text, "label")]


def _axis(plan: Timeline, glyphs: Glyphs) -> Line:
    cells = [(glyphs.axis, "axis")] * plan.plot_width
    for tick in plan.ticks:
        cells[plan.column(tick.at)] = (glyphs.axis_tick, "axis")
    cells[0] = (glyphs.axis_start, "axis")
    cells[-1] = (glyphs.axis_end, "axis")
    for at in plan.cancels:
        cells[plan.column(at)] = (glyphs.axis_cancel, "cancelled")
    return [(" " * (plan.label_width + 1), ""), *_joined(cells)]


def _row(plan: Timeline, row: Row, glyphs: Glyphs) -> Line:
    label = safe_text.fit(_plain(row.label, glyphs), plan.label_width, glyphs.ellipsis)
    cells = _Cells(plan, glyphs)
    for bar in row.bars:
        if row.kind == "worker":
            cells.work(bar)
        elif row.kind == "call":
            cells.call(bar)
        else:
            cells.blocked(bar)
    for point in row.points:
        cells.put(plan.column(point.at), glyphs.event, "event", _CAP)
    line = [(safe_text.pad(label, plan.label_width) + " ", "label"), *_joined(cells.cells)]
    if row.note and plan.note_width >= _NARROWEST_NOTE:
        note = safe_text.fit(_plain(row.note, glyphs), plan.note_width, glyphs.ellipsis)
        line.append((f"  {note}", "note"))
    return line


class _Cells:
    """The plot of one row. Where two things meet in a column, the more telling one is seen."""

    def __init__(self, plan: Timeline, glyphs: Glyphs) -> None:
        self._plan = plan
        self._glyphs = glyphs
        self._ranks = [0] * plan.plot_width
        self.cells: list[Segment] = [(" ", "")] * plan.plot_width
        for tick in plan.ticks:
            self.cells[plan.column(tick.at)] = (glyphs.guide, "guide")

    def put(self, column: int, glyph: str, style: str, rank: int) -> None:
        if rank >= self._ranks[column]:
            self.cells[column] = (glyph, style)
            self._ranks[column] = rank

    def work(self, bar: Bar) -> None:
        glyphs, style = self._glyphs, bar.ending
        first, last = self._plan.column(bar.start), self._plan.column(bar.end)
        for column in range(first, last):
            self.put(column, glyphs.work, style, _BODY)
        if bar.cleanup is not None:
            self._begin(first, style)
            self._cleanup(bar.cleanup, last)
        elif bar.ending != "done":
            self._begin(first, style)
            mark = {"cancelled": glyphs.cancelled, "raised": glyphs.raised}.get(bar.ending, glyphs.open)
            self.put(last, mark, style, _MARK)
        elif first == last:
            self.put(first, glyphs.instant, style, _MOMENT)
        else:
            self._begin(first, style)
            self.put(last, glyphs.work_end, style, _CAP)

    def call(self, bar: Bar) -> None:
        glyphs = self._glyphs
        first, last = self._plan.column(bar.start), self._plan.column(bar.end)
        for column in range(first, last):
            self.put(column, glyphs.call, "call", _BODY)
        self.put(first, glyphs.call_start, "call", _CAP)
        if bar.cleanup is not None:
            self._cleanup(bar.cleanup, last)
            return
        marks = {"done": glyphs.returned, "cancelled": glyphs.cancelled, "raised": glyphs.raised}
        style = "call" if bar.ending == "done" else bar.ending
        self.put(last, marks.get(bar.ending, glyphs.open), style, _MARK)

    def blocked(self, bar: Bar) -> None:
        first, last = self._plan.column(bar.start), self._plan.column(bar.end)
        for column in range(first, last + 1):
            self.put(column, self._glyphs.blocked, "blocked", _BODY)

    def _cleanup(self, reached: float, last: int) -> None:
        first = self._plan.column(reached)
        for column in range(first, last):
            self.put(column, self._glyphs.cleanup, "cancelled", _BODY)
        self.put(last, self._glyphs.work_end, "cancelled", _MARK)
        self.put(first, self._glyphs.cancelled, "cancelled", _MARK)

    def _begin(self, column: int, style: str) -> None:
        joint = self.cells[column][0] == self._glyphs.work_end
        self.put(column, self._glyphs.work_joint if joint else self._glyphs.work_start, style, _CAP)


def _folded(rows: tuple[Row, ...]) -> str:
    endings = Counter(bar.ending for row in rows for bar in row.bars if bar.ending != "done")
    names = {"open": "never ended"}
    rest = "".join(f", {count} {names.get(ending, ending)}" for ending, count in endings.items())
    return f"(+{len(rows)} more{rest})"


def _legend(plan: Timeline, glyphs: Glyphs) -> list[Line]:
    entries = list(_entries(plan, glyphs))
    indent = " " * (plan.label_width + 1)
    if any(safe_text.cells(indent + entry) > plan.width for entry in entries):
        indent = ""
    room = plan.width - len(indent) - 1
    lines: list[str] = []
    for entry in entries:
        if lines and safe_text.cells(lines[-1]) + 3 + safe_text.cells(entry) <= room:
            lines[-1] += f"   {entry}"
        else:
            lines.append(entry)
    return [[(indent, ""), (line, "legend")] for line in lines]


def _entries(plan: Timeline, glyphs: Glyphs) -> Iterator[str]:
    """What the marks mean, of those that occur; an ending at the end of a row is said by the row's note."""
    work = [bar for row in plan.rows if row.kind == "worker" for bar in row.bars]
    endings = {bar.ending for row in plan.rows for bar in row.bars if not row.note or bar is not row.bars[-1]}
    endings |= {bar.ending for row in plan.rows if row.kind == "loop" for bar in row.bars}
    endings |= {"cleanup" for row in plan.rows for bar in row.bars if bar.cleanup is not None}
    if any(bar.ending == "done" and plan.column(bar.start) == plan.column(bar.end) for bar in work):
        yield f"{glyphs.instant} a moment"
    for ending, mark, meaning in (
        ("cancelled", glyphs.cancelled, "cancelled"),
        ("cleanup", glyphs.cleanup, "cleaning up"),
        ("raised", glyphs.raised, "raised"),
        ("open", glyphs.open, "never ended"),
        ("blocked", glyphs.blocked, "nothing else could run"),
    ):
        if ending in endings:
            yield f"{mark} {meaning}"
    if plan.cancels:
        yield f"{glyphs.axis_cancel} the test cancels the call"
    events = {point.what for row in plan.rows for point in row.points}
    if events:
        yield f"{glyphs.event} {_plain(events.pop(), glyphs) if len(events) == 1 else 'an event'}"


def _joined(cells: list[Segment]) -> Iterator[Segment]:
    """Neighbours of one style as one segment."""
    text, style = "", ""
    for glyph, its_style in cells:
        if its_style != style and text:
            yield text, style
            text = ""
        text, style = text + glyph, its_style
    yield text, style


def _plain(text: str, glyphs: Glyphs) -> str:
    return safe_text.line(text, encoding="ascii" if glyphs is ASCII else None)
