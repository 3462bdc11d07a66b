"""One run on the screen: the timeline, who finished when, and the steps of the event loop."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from kata.front import finishes, loop_steps, table, words
from kata.front.finishes import Finish
from kata.front.loop_steps import Gap, Step, Stretch
from kata.front.page import Page
from kata.front.safe_text import cells
from kata.front.screens.verdict_mark import mark
from kata.front.table import Cell, Column
from kata.front.terminal import Terminal
from kata.front.timeline import Timeline, layouts, number, precision_of
from kata.front.timeline_text import Line, draw
from kata.front.traced import NAMES, Traced, TracedRun

_MOST_ROWS = 16
_MOST_STEPS = 24
_MOST_TIMERS = 4
_LONGEST_WHO, _SHORTEST_WHO = 34, 12
_HEADINGS = ("who", "start", "finish", "lasted", "order", "ended")
_DISPENSABLE = (3, 5)  # of these, where there is no room: how long it lasted, how it ended
_BETWEEN = 6
_UNBROKEN = "\u00a0"  # a space at which no line ends; the table shows a plain one
_EVERY = 1_000_000
_TASK_OF_A_CALL = "call"  # so the player names it, where the call may be cancelled
_STATES = {"done": ("is done", "good"), "cancelled": ("is cancelled", "wait"), "raised": ("raises", "bad")}
_ENDINGS = {
    "deadlock": "a deadlock",
    "spin": "the loop turns and turns, and no time passes",
    "timeout": "it was stopped",
}


def show(outcome: Traced, terminal: Terminal, notes: Sequence[str], *, every: bool) -> None:
    """Print the runs; ``notes`` come last, and with ``every`` nothing is folded away."""
    page = Page(terminal)
    runs = outcome["runs"]
    several = len(runs) > 1
    _add_heading(page, outcome, runs[0])
    traced = [run for run in runs if run["test"]["trace"]]
    plans = layouts([_trace(run) for run in traced], terminal.width - 1, _EVERY if every else _MOST_ROWS)
    for run, plan in zip(traced, plans, strict=True):
        _add_timeline(page, run, plan, several)
    _add_finishes(page, traced, several, every)
    for run in traced:
        _add_steps(page, outcome, run, several, every)
    for note in notes:
        page.gap()
        page.paragraph(note)
    page.print()


def _trace(run: TracedRun) -> dict[str, Any]:
    return run["test"]["trace"] or {}


def _add_heading(page: Page, outcome: Traced, run: TracedRun) -> None:
    test = run["test"]
    glyph, style = mark(run["verdict"], page.terminal.glyphs)
    result = "passes its first test" if run["verdict"] == "passed" else f"{run['verdict']} in its first test"
    clock = [f"{outcome['clock']} clock"] if outcome["clock"] != "virtual" else []
    page.sides(
        [(f"{glyph} ", style), (outcome["exercise"], "title"), (f"  {result}", style)],
        (page.joined([*clock, f"seed {outcome['seed']}"]), "quiet"),
    )
    if run["diagnosis"]:
        page.gap()
        page.paragraph(run["diagnosis"], "diagnosis", f"{page.terminal.glyphs.quote} ")
    page.gap()
    page.field("test", words.sentence(test["name"]), most=1)
    if test["call"]:
        given = words.inputs(test["inputs"] or {})
        page.field("call", f"{test['call']}   with {given}" if given else test["call"])
    if not test["trace"]:
        page.gap()
        page.paragraph("There is no trace of this run: the answer was not played, or it was killed.")


def _add_part(page: Page, title: str, run: TracedRun, several: bool) -> None:
    page.gap()
    whose = NAMES[run["whose"]]
    parts = [part for part in (title, whose if several else "") if part]
    if parts:
        page.line((page.joined(parts), "strong"))


def _add_timeline(page: Page, run: TracedRun, plan: Timeline, several: bool) -> None:
    _add_part(page, "", run, several)
    page.drawing(draw(plan, page.terminal.glyphs))


# ------------------------------------------------------------------------------------------ who finished when


def _add_finishes(page: Page, runs: Sequence[TracedRun], several: bool, every: bool) -> None:
    tables = [_finishes(page, run, every) for run in runs]
    titles = [page.joined(["finished", NAMES[run["whose"]]]) if several else "finished" for run in runs]
    widths = [table.width(columns) for columns, _ in tables]
    if sum(widths) + _BETWEEN * (len(tables) - 1) <= page.terminal.width - 1 and len(tables) > 1:
        page.gap()
        headed = [[[(title, "strong")], *lines] for title, (_, lines) in zip(titles, tables, strict=True)]
        for beside in zip_longest(*headed, fillvalue=[]):
            page.line(*_beside(beside, widths[:-1]))
        return
    for title, (_, lines) in zip(titles, tables, strict=True):
        page.gap()
        page.line((title, "strong"))
        page.drawing(lines)


def _beside(lines: Sequence[Line], widths: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Lines of several tables as one line, each but the last filled up to its width."""
    for at, line in enumerate(lines):
        yield from line
        if at < len(widths):
            yield " " * (widths[at] + _BETWEEN - sum(cells(text) for text, _ in line)), ""


def _finishes(page: Page, run: TracedRun, every: bool) -> tuple[list[Column], list[Line]]:
    trace = _trace(run)
    precision = precision_of(trace)
    terminal = page.terminal
    rows = list(finishes.read(trace))
    most = _EVERY if every else _MOST_ROWS
    hidden = max(0, len(rows) - most)
    shown = rows[: most - 2] + rows[-1:] if hidden else rows

    def seconds(value: float | None) -> str:
        return terminal.glyphs.rule if value is None else f"{number(value, precision)} s"

    texts: list[list[tuple[str, str]]] = [
        [
            (terminal.fit(row.who, _LONGEST_WHO), "call" if row.call else ""),
            (seconds(row.start), ""),
            (seconds(row.finish), ""),
            (seconds(row.lasted), ""),
            (str(row.place or ""), "strong"),
            (row.how, _style_of(row)),
        ]
        for row in shown
    ]
    if hidden:
        more = f"{hidden + 1} more: --all shows them"
        texts.insert(len(texts) - 1, [(more, "quiet"), *[("", "")] * 5])
    columns = _fitted(texts, page.width)
    kept = [[[row[at]] for at in columns] for row in texts]
    return [*columns.values()], table.draw([*columns.values()], kept, terminal.glyphs)


def _style_of(row: Finish) -> str:
    return {"cancelled": "cancelled", "raised": "raised", "never ended": "open"}.get(row.how, "")


def _fitted(rows: Sequence[Sequence[tuple[str, str]]], width: int) -> dict[int, Column]:
    """The columns for which there is room, by their places in the rows."""
    texts = [[row[at][0] for row in rows] for at in range(len(_HEADINGS))]
    columns = {at: table.fitted(heading, texts[at], right=0 < at < 5) for at, heading in enumerate(_HEADINGS)}
    columns[0] = table.fitted(_HEADINGS[0], texts[0], _LONGEST_WHO)
    for dropped in _DISPENSABLE:
        if table.width([*columns.values()]) > width:
            rest = table.width([column for at, column in columns.items() if at > 0]) + 2
            columns[0] = table.fitted(_HEADINGS[0], texts[0], max(_SHORTEST_WHO, width - rest))
        if table.width([*columns.values()]) > width:
            del columns[dropped]
    return columns


# ------------------------------------------------------------------------------------------------- the steps


def _add_steps(page: Page, outcome: Traced, run: TracedRun, several: bool, every: bool) -> None:
    trace = _trace(run)
    steps = loop_steps.read(trace)
    _add_part(page, "steps of the event loop", run, several)
    if not steps:
        page.paragraph("No task ran on an event loop.")
    else:
        lines = loop_steps.fold(steps, None if every else _MOST_STEPS)
        columns = _columns(page, lines)
        rows = [list(_row(page, line, trace)) for line in lines]
        page.drawing(table.draw(columns, rows, page.terminal.glyphs))
    for name, text in _remarks(outcome, run, steps):
        page.field(name, text, most=3)


def _columns(page: Page, lines: Sequence[Stretch | Gap]) -> list[Column]:
    steps = [line.step for line in lines if isinstance(line, Stretch)]
    first = [_number(line) for line in lines if isinstance(line, Stretch)]
    fixed = [
        table.fitted("step", first, 12),
        table.fitted("at", [f"{number(step.at)} s" for step in steps], right=True),
        table.fitted("task", [page.terminal.line(step.task) for step in steps], max(12, page.width // 4)),
    ]
    room = page.width - table.width(fixed) - 4
    return [*fixed, Column("suspends, or ends", room - room // 2), Column("event loop after it", room // 2)]


def _number(stretch: Stretch) -> str:
    first, last = stretch.steps[0].number, stretch.steps[-1].number
    return f"T{first}" if first == last else f"T{first}-T{last}"


def _row(page: Page, line: Stretch | Gap, trace: Mapping[str, Any]) -> Iterator[Cell]:
    terminal = page.terminal
    if isinstance(line, Gap):
        yield [(terminal.glyphs.ellipsis, "quiet")]
        yield []
        yield []
        yield [(f"{line.steps} steps, T{line.first} to T{line.last}: --all shows them", "quiet")]
        yield []
        return
    step = line.step
    yield [(_number(line), "quiet")]
    yield [(f"{number(step.at, precision_of(trace))} s", "")]
    yield [(terminal.line(step.task), "strong")]
    yield [(terminal.line(text), style) for text, style in _until(step, len(line.steps))]
    yield list(_loop(step, terminal, precision_of(trace)))


def _until(step: Step, times: int) -> Iterator[tuple[str, str]]:
    if step.held:
        yield f"keeps the loop for {number(step.held)} s", "bad"
    if step.state == "waiting":
        if step.where:
            function = step.where["function"]
            within = "" if function in step.task else f" in {function}"
            yield f"{words.place(step.where)}{within}", "command"
        yield step.waits, ""
    else:
        yield _STATES[step.state]
    if times > 1:
        yield f"the same {times} times", "quiet"


def _loop(step: Step, terminal: Terminal, precision: int) -> Iterator[tuple[str, str]]:
    def name(task: str) -> str:
        return terminal.line(task).replace(" ", _UNBROKEN)

    if step.ready:
        yield f"ready  {', '.join(map(name, step.ready))}", ""
    for at, who in step.timers[:_MOST_TIMERS]:
        yield f"at {number(at, precision)} s {name(who)}", "quiet"
    if len(step.timers) > _MOST_TIMERS:
        yield f"and {words.count(len(step.timers) - _MOST_TIMERS, 'more timer')}", "quiet"
    if not step.ready and not step.timers:
        yield "nothing", "quiet"


def _remarks(outcome: Traced, run: TracedRun, steps: Sequence[Step]) -> Iterator[tuple[str, str]]:
    """What the table does not say by itself."""
    trace = _trace(run)
    ending = _ENDINGS.get(str(trace.get("ending")))
    if trace.get("cut") and steps:
        yield "then", "more that was not written down"
    if ending:
        where = f", at {words.place(trace['where'])}" if trace.get("where") else ""
        yield "at last", f"{ending}: {trace.get('reason')}{where}"
    tasks = list(dict.fromkeys(step.task for step in steps))
    own = [task for task in tasks if re.fullmatch(rf"{re.escape(str(run['test']['scenario']))} \d+", task)]
    if own:
        yield "note", f"{own[0]} is the test's own task"
    if _TASK_OF_A_CALL in tasks and run["test"]["call"]:
        called = str(run["test"]["call"]).partition("(")[0]
        yield (
            "" if own else "note",
            f"{_TASK_OF_A_CALL} is the task in which {called}() runs, which the test may cancel",
        )
