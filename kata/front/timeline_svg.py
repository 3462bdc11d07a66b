"""Draws timelines as an SVG picture: it stands alone, has no scripts, and goes with a light and a dark page.

    draw([("", layout(trace, width=110))], "Timeline of two_workers")

It is drawn from the plan that is drawn in characters, too: a column of the plan is a column of a fixed-width font.
Every state has its own shape or pattern, so that it can be told without colour.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from kata.front import safe_text
from kata.front.svg_style import DEFINITIONS, IN_A_PAGE, STYLE
from kata.front.timeline import Bar, Row, Timeline, number

_Scale = Callable[[float], float]

_COLUMN = 8.0  # pixels of a character of the font, and a little air
_ROW = 26.0
_BAR = 12.0
_MARGIN = 20.0
_AXIS = 34.0  # above the first row
_HEADING = 28.0
_LEGEND = 24.0
_SWATCH = 42.0
_KEY_COLUMN = 7.3

_MEANINGS = {
    "wait": "the call, waiting for what it started",
    "done": "at work",
    "moment": "a moment",
    "cancelled": "cancelled",
    "cleanup": "cancelled, and cleaning up",
    "raised": "raised an error",
    "open": "never ended",
    "blocked": "the loop is blocked: nothing else can run",
    "event": "an event",
    "cancel": "the test cancels the call",
}


def draw(
    pictures: Sequence[tuple[str, Timeline]], title: str, identity: str = "timeline", *, alone: bool = True
) -> str:
    """The picture of one timeline or of several, each below its heading ("" for none).

    ``identity`` is the id of the picture in its page, where every picture needs its own. A picture that does not
    stand ``alone`` has no style: the page has, see ``svg_style.of_page``.
    """
    width = max((plan.width for _, plan in pictures), default=0) * _COLUMN + 2 * _MARGIN
    parts: list[str] = []
    top = _MARGIN
    for heading, plan in pictures:
        if heading:
            parts.append(_text(_MARGIN, top + 14, heading, "heading"))
            top += _HEADING
        picture = _Picture(plan, top, identity)
        parts += picture.lines()
        top = picture.bottom + _MARGIN
    used = [kind for kind in _MEANINGS if any(kind in _kinds(plan) for _, plan in pictures)]
    legend, top = _legend(used, top, width, identity)
    description = " ".join(_described(heading, plan) for heading, plan in pictures)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" id="{identity}" class="{IN_A_PAGE}" role="img" '
            f'aria-labelledby="{identity}-title {identity}-desc" '
            f'viewBox="0 0 {width:g} {top:g}" width="{width:g}" height="{top:g}">',
            f'<title id="{identity}-title">{_safe(title)}</title>',
            f'<desc id="{identity}-desc">{_safe(description, 20_000)}</desc>',
            *([f"<style>{STYLE.replace('ID', identity)}</style>"] if alone else []),
            DEFINITIONS.replace("ID", identity),
            '<rect class="paper" width="100%" height="100%"/>',
            *parts,
            *legend,
            "</svg>",
            "",
        ]
    )


class _Picture:
    """One timeline whose upper edge is at ``top``."""

    def __init__(self, plan: Timeline, top: float, identity: str) -> None:
        self._plan = plan
        self._top = top
        self._identity = identity
        self._left = _MARGIN + (plan.label_width + 1) * _COLUMN
        self._width = plan.plot_width * _COLUMN
        rows = len(plan.rows) + bool(plan.folded)
        self.bottom = top + (_ROW if plan.sentence else _AXIS + rows * _ROW)

    def lines(self) -> Iterator[str]:
        plan = self._plan
        if plan.sentence:
            yield _text(_MARGIN, self._top + 16, plan.sentence, "note")
            return
        yield from self._blocked()
        yield from self._axis()
        for place, row in enumerate(plan.rows):
            yield from self._row(row, self._top + _AXIS + place * _ROW + _ROW / 2)
        if plan.folded:
            more = f"and {len(plan.folded)} more"
            yield _text(self._left, self.bottom - _ROW / 2 + 4, more, "note")

    def _x(self, at: float) -> float:
        return self._left + self._plan.position(at) * self._width

    def _blocked(self) -> Iterator[str]:
        """A band across all rows: while the loop is blocked, it is blocked for everybody."""
        for row in self._plan.rows:
            for bar in row.bars if row.kind == "loop" else ():
                x, width = self._x(bar.start), self._x(bar.end) - self._x(bar.start)
                y, height = self._top + _AXIS, self.bottom - self._top - _AXIS
                yield f'<rect class="band" x="{x:.1f}" y="{y:g}" width="{width:.1f}" height="{height:g}"/>'

    def _axis(self) -> Iterator[str]:
        y = self._top + _AXIS - 8
        yield _line(self._left, y, self._left + self._width, y, "axis")
        yield _text(_MARGIN, y - 6, "seconds", "tick")
        for tick in self._plan.ticks:
            x = self._x(tick.at)
            yield _line(x, y - 3, x, self.bottom, "guide")
            yield _text(x, y - 6, tick.label, "tick", "middle")
        for at in self._plan.cancels:
            x = self._x(at)
            yield _line(x, y, x, self.bottom, "cancels")
            yield f'<path class="cancel" d="M{x - 5:.1f} {y:g}h10l-5 8z"/>'

    def _row(self, row: Row, y: float) -> Iterator[str]:
        yield _text(_MARGIN, y + 4, safe_text.fit(row.label, self._plan.label_width, "…"), "label")
        for bar in row.bars:
            yield from _stretch(row.kind, bar, self._x, y, self._identity)
        for bar in row.bars:
            yield from _end(row.kind, bar, self._x, y)
        for point in row.points:
            yield f'<circle class="event" cx="{self._x(point.at):.1f}" cy="{y:g}" r="4"/>'
        if row.note:
            note = safe_text.fit(row.note, max(6, self._plan.note_width), "…")
            yield _text(self._left + self._width + 2 * _COLUMN, y + 4, note, "note")


def _stretch(kind: str, bar: Bar, x: _Scale, y: float, identity: str) -> Iterator[str]:
    start, end = x(bar.start), x(bar.end)
    if kind == "loop":
        yield _box(start, end, y, "blocked", f"{identity}-blocked")
        return
    body = end if bar.cleanup is None else x(bar.cleanup)
    if kind == "call":
        yield _line(start, y, body, y, "wait")
        yield _line(start, y - 6, start, y + 6, "edge")
    elif bar.start == bar.end and bar.ending == "done":
        yield _diamond(start, y, "moment")
    else:
        yield _box(start, body, y, "work" if bar.ending == "done" else f"work {bar.ending}")
    if bar.cleanup is not None:
        yield _box(body, end, y, "cleanup", f"{identity}-cleanup")


def _end(kind: str, bar: Bar, scale: _Scale, y: float) -> Iterator[str]:
    """The mark of an ending; of work that was simply done, the edge of its box is mark enough."""
    x = scale(bar.end if bar.cleanup is None else bar.cleanup)
    if bar.ending == "cancelled":
        yield f'<path class="halo" d="M{x - 6:.1f} {y - 6:g}l12 12m0 -12l-12 12"/>'
        yield f'<path class="cross" d="M{x - 6:.1f} {y - 6:g}l12 12m0 -12l-12 12"/>'
    elif bar.ending == "raised":
        yield _diamond(x, y, "raised-mark", 9)
        yield f'<path class="bang" d="M{x:.1f} {y - 5:g}v5.5m0 2.2v1.8"/>'
    elif bar.ending == "open":
        yield f'<path class="arrow" d="M{x - 1:.1f} {y - 8:g}l10 8l-10 8z"/>'
    elif kind == "call":
        yield f'<circle class="returned" cx="{x:.1f}" cy="{y:g}" r="5"/>'


# ---------------------------------------------------------------------------------------------------- legend


def _kinds(plan: Timeline) -> set[str]:
    """What occurs in a picture and needs a word."""
    kinds = {"event" for row in plan.rows if row.points} | {"cancel" for _ in plan.cancels}
    for row in plan.rows:
        for bar in row.bars:
            if row.kind == "call":
                kinds.add("wait")
            if row.kind == "worker" and bar.ending == "done":
                kinds.add("moment" if bar.start == bar.end else "done")
            elif bar.ending != "done":
                kinds.add("cleanup" if bar.cleanup is not None else bar.ending)
    return kinds


def _legend(kinds: Sequence[str], top: float, width: float, identity: str) -> tuple[list[str], float]:
    """The lines of the legend, and where they end."""
    parts: list[str] = []
    left = _MARGIN
    for kind in kinds:
        meaning = _MEANINGS[kind]
        room = _SWATCH + len(meaning) * _KEY_COLUMN + 24
        if left + room > width - _MARGIN and left > _MARGIN:
            left = _MARGIN
            top += _LEGEND
        parts += _swatch(kind, left, top + 8, identity)
        parts.append(_text(left + _SWATCH, top + 12, meaning, "key"))
        left += room
    return parts, top + (_LEGEND if kinds else 0) + 4


def _swatch(kind: str, x: float, y: float, identity: str) -> Iterator[str]:
    row = {"wait": "call", "blocked": "loop"}.get(kind, "worker")
    if kind == "event":
        yield f'<circle class="event" cx="{x + 15:g}" cy="{y:g}" r="4"/>'
    elif kind == "cancel":
        yield f'<path class="cancel" d="M{x + 10:g} {y - 4:g}h10l-5 8z"/>'
    elif kind == "moment":
        yield _diamond(x + 15, y, "moment")
    else:
        reached = 9 if kind == "cleanup" else None
        bar = Bar(0, 26, {"wait": "done", "cleanup": "cancelled"}.get(kind, kind), reached)

        def scale(at: float) -> float:
            return x + 2 + at

        yield from _stretch(row, bar, scale, y, identity)
        yield from _end(row, bar, scale, y)


# ----------------------------------------------------------------------------------------------------- words


def _described(heading: str, plan: Timeline) -> str:
    """The picture in words, for who cannot see it."""
    rows = [
        f"{row.label}: " + ", ".join(_told(bar) for bar in row.bars) + (f" ({row.note})" if row.note else "")
        for row in plan.rows
        if row.bars
    ]
    more = [f"and {len(plan.folded)} more"] if plan.folded else []
    said = plan.sentence or "; ".join([*rows, *more]) + "."
    return f"{heading}: {said}" if heading else said


def _told(bar: Bar) -> str:
    reached = f", cancelled at {number(bar.cleanup)} s" if bar.cleanup is not None else ""
    return f"from {number(bar.start)} s to {number(bar.end)} s{reached}"


# ---------------------------------------------------------------------------------------------------- shapes


def _safe(text: object, limit: int = safe_text.LONGEST_LINE) -> str:
    return escape(safe_text.line(text, limit))


def _text(x: float, y: float, text: str, style: str, anchor: str = "start") -> str:
    return f'<text class="{style}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{_safe(text)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, style: str) -> str:
    return f'<line class="{style}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _box(start: float, end: float, y: float, style: str, pattern: str = "") -> str:
    """A stretch of time; one that would be too short to see is widened."""
    fill = f' style="fill:url(#{pattern})"' if pattern else ""
    return (
        f'<rect class="{style}" x="{start:.1f}" y="{y - _BAR / 2:.1f}" width="{max(2.0, end - start):.1f}" '
        f'height="{_BAR:g}" rx="2"{fill}/>'
    )


def _diamond(x: float, y: float, style: str, size: float = 6) -> str:
    corners = f"M{x:.1f} {y - size:.1f}l{size:g} {size:g}l{-size:g} {size:g}l{-size:g} {-size:g}z"
    return f'<path class="{style}" d="{corners}"/>'
