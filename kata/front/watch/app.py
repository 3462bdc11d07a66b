"""The screen of `watch`: the exercises, the task, and the verdict on the last save with its picture."""

import ast
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
from textual.message import Message
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from kata.front import comparison, editor, foreground, history, prose, stubs, terminal, words
from kata.front.errors import UsageProblem
from kata.front.page import STYLES, Page
from kata.front.results import ExerciseResult
from kata.front.screens import comparison as comparison_screen
from kata.front.screens.verdict_mark import mark
from kata.front.session import Session
from kata.front.terminal import Terminal
from kata.front.watch import desk, plain, saves
from kata.front.watch.dialogs import Look, Question
from kata.front.watch.standing import UNKNOWN, first_waiting, standing
from kata.manifest import Exercise


class Watch(App[None]):
    """The application. ``attached`` runs a command line in the terminal while the screen is away."""

    CSS_PATH = Path(__file__).with_name("watch.tcss")  # of a class that inherits, too
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (112, "-wide")]  # noqa: RUF012  # as the base class has it
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [
        Binding("n", "next", "Next"),
        Binding("p", "previous", "Prev"),
        Binding("h", "hint", "Hint"),
        Binding("l", "list", "List"),
        Binding("slash", "filter", "Find", key_display="/"),
        Binding("o", "open", "Open"),
        Binding("r", "run", "Run"),
        Binding("x", "reset", "Reset"),
        Binding("d", "diff", "Diff"),
        Binding("c", "check_all", "All"),
        Binding("q", "quit", "Quit"),
        Binding("ctrl+c", "quit", "Quit", show=False, priority=True),
        Binding("escape", "close_list", "Close", show=False),
    ]

    class Told(Message):
        """News from the desk."""

        def __init__(self, news: desk.News) -> None:
            self.news = news
            super().__init__()

    def __init__(
        self, session: Session, name: str, attached: Callable[[list[str]], object] = foreground.attached
    ) -> None:
        super().__init__(ansi_color=False)
        self._session = session
        self._current = name
        self._attached = attached
        self._terminal = terminal.of_stdout()
        self._states = standing(session)
        self._results: dict[str, ExerciseResult] = {}
        self._hints: dict[str, int] = {}
        self._busy = ""
        self._stop = threading.Event()
        self._desk = desk.Desk(session, lambda news: self.post_message(self.Told(news)))

    # ------------------------------------------------------------------------------------- what is there

    def compose(self) -> ComposeResult:
        yield Static(id="bar")
        with Horizontal():
            with Vertical(id="side"):
                yield Input(placeholder="part of a name or title", id="filter")
                yield OptionList(id="list")
            with VerticalScroll(id="main"):
                yield Static(id="verdict")
                yield Static(id="hints")
                yield Static(id="task")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        self._desk.__enter__()
        self._listen()
        self._fill_list()
        self.query_one("#main").focus()
        self._select(self._current)

    def on_unmount(self) -> None:
        self._stop.set()
        self._desk.__exit__(None, None, None)

    @work(thread=True)
    def _listen(self) -> None:
        layout = self._session.layout
        files = {one.name: layout.stub(one.chapter, one.name) for one in self._session.manifest.exercises}
        for changed in saves.saves(layout.exercises, files, self._stop):
            self.call_from_thread(self._saved, changed)

    def on_resize(self, event: Resize) -> None:
        self.call_after_refresh(self._draw)

    @property
    def _exercise(self) -> Exercise:
        return self._session.manifest[self._current]

    # -------------------------------------------------------------------------------------- what happens

    def _saved(self, names: Iterable[str]) -> None:
        for name in names:
            self._desk.grade(name)
        if name != self._current:
            self._select(name, known=True)

    def on_watch_told(self, told: "Watch.Told") -> None:
        news = told.news
        if isinstance(news, desk.Begun):
            self._busy = f"grading {news.name}"
            self._draw_bar()  # and nothing else: the judge has better use for the time
            return
        if isinstance(news, desk.Broken):
            self._busy = ""
            self.notify(news.sentence, severity="error", timeout=10)
        elif isinstance(news, desk.AllGraded):
            self._busy = ""
            self.notify(self._score())
        else:
            name = news.result["name"]
            self._results[name] = news.result
            self._states[name] = news.result["verdict"]
            self._busy = "" if news.alone else self._busy
            self._mark(name)
            if name == self._current:
                self.query_one("#main").scroll_home(animate=False)
        self._draw()

    def _select(self, name: str, *, known: bool = False) -> None:
        """Make this the current exercise, and have it graded unless that is known or under way."""
        self._current = name
        if not known and name not in self._results:
            self._desk.grade(name)
        options = self.query_one(OptionList)
        if name in (option.id for option in options.options):
            options.highlighted = options.get_option_index(name)
        self.query_one("#main").scroll_home(animate=False)
        self._draw()

    # ---------------------------------------------------------------------------------------- what is shown

    def _draw(self) -> None:
        self._draw_bar()
        pane = self.query_one("#main", VerticalScroll)
        size = Terminal(
            max(terminal.NARROWEST, pane.scrollable_content_region.width),
            max(12, pane.size.height),
            colour=True,
            glyphs=self._terminal.glyphs,
        )
        result = self._results.get(self._current)
        self.query_one("#verdict", Static).update(self._verdict(size, result))
        self.query_one("#hints", Static).update(self._told_hints(size))
        self.query_one("#task", Static).update(self._about(size))

    def _draw_bar(self) -> None:
        self.query_one("#bar", Static).update(self._bar())

    def _bar(self) -> Text:
        glyph, style = self._mark_of(self._current)
        bar = Text.assemble(
            (f" {glyph} ", STYLES.get(style, "")),
            (self._current, "bold"),
            f" {self._terminal.glyphs.dot} {self._busy or self._score()}",
        )
        bar.no_wrap, bar.overflow = True, "ellipsis"
        return bar

    def _score(self) -> str:
        passed = [one for one in self._session.manifest.exercises if self._states[one.name] == "passed"]
        every = self._session.manifest.exercises
        points = sum(one.points for one in passed), sum(one.points for one in every)
        return f"{len(passed)} of {len(every)} passed, {points[0]} of {points[1]} points"

    def _verdict(self, size: Terminal, result: ExerciseResult | None) -> Text:
        page = Page(size)
        if result is None:
            page.line((f"grading {self._current}", "quiet"))
            return page.text()
        plain.add(page, result)
        if result["verdict"] == "passed":
            following = first_waiting(self._states, self._current)
            page.gap()
            everything = self._states[following] == "passed"
            page.line(("All have passed." if everything else f"n goes on to {following}", "good"))
        return page.text()

    def _told_hints(self, size: Terminal) -> Text:
        page = Page(size)
        for number in self._hint_numbers()[: self._hints.get(self._current, 0)]:
            page.gap()
            about = f"hint {number}" if number else "a hint for what your code did"
            page.line((about, "strong"))
            page.paragraph(self._hint_text(number), "", "  ", most=12)
        text = page.text()
        return Text.assemble("\n", text, "\n") if text.plain else text

    def _about(self, size: Terminal) -> Text:
        page = Page(size)
        exercise = self._exercise
        path = self._session.layout.stub(exercise.chapter, exercise.name)
        page.line((size.glyphs.rule * (size.width - 1), "quiet"))
        page.line((words.short_path(str(path)), "command"))
        text = _docstring(path.read_text("utf-8", "replace") if path.is_file() else "")
        for line in prose.reflow("\n".join(size.lines(text, 80)), size.width - 1):
            page.line((line, ""))
        return page.text()

    def _mark_of(self, name: str) -> tuple[str, str]:
        if self._states[name] == UNKNOWN:
            return "?" if self._terminal.encoding == "ascii" else self._terminal.glyphs.dot, "quiet"
        return mark(self._states[name], self._terminal.glyphs)

    # ------------------------------------------------------------------------------------------ the list

    def _fill_list(self, wanted: str = "") -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        found = [
            one
            for one in self._session.manifest.exercises
            if wanted.casefold() in f"{one.name} {one.title} {one.chapter}".casefold()
        ]
        options.add_options([Option(self._entry(one.name), id=one.name) for one in found])

    def _entry(self, name: str) -> Text:
        glyph, style = self._mark_of(name)
        return Text.assemble((f"{glyph} ", STYLES.get(style, "")), name)

    def _mark(self, name: str) -> None:
        options = self.query_one(OptionList)
        if name in (option.id for option in options.options):
            options.replace_option_prompt(name, self._entry(name))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._close_list()
        self._select(str(event.option.id))

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill_list(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        options = self.query_one(OptionList)
        if options.option_count:
            options.highlighted = 0
            options.action_select()

    def _close_list(self) -> None:
        self.screen.remove_class("-listing", "-filtering")
        self.query_one(Input).value = ""
        self.query_one("#main").focus()

    # ------------------------------------------------------------------------------------------ the keys

    def action_next(self) -> None:
        self._select(first_waiting(self._states, self._current))

    def action_previous(self) -> None:
        names = list(self._states)
        self._select(names[names.index(self._current) - 1])

    def action_list(self) -> None:
        if self.screen.has_class("-listing"):
            self._close_list()
        else:
            self.screen.add_class("-listing")
            self.query_one(OptionList).focus()

    def action_filter(self) -> None:
        self.screen.add_class("-listing", "-filtering")
        self.query_one(Input).focus()

    def action_close_list(self) -> None:
        self._close_list()

    def action_check_all(self) -> None:
        self._busy = "grading all"
        self._desk.grade_all()
        self._draw()

    def action_hint(self) -> None:
        numbers = self._hint_numbers()
        shown = self._hints.get(self._current, 0)
        if shown == len(numbers):
            self.notify("That was the last hint." if numbers else "There is no hint for this exercise.")
            return
        self._hints[self._current] = shown + 1
        with history.changing(self._session.layout.progress) as past:
            past.of(self._current).hinted(numbers[shown])
        self._draw()
        self.call_after_refresh(self.query_one("#hints").scroll_visible, animate=False)

    def _hint_numbers(self) -> list[int]:
        general = list(range(1, len(self._exercise.hints) + 1))
        return [0, *general] if self._hint_text(0) else general

    def _hint_text(self, number: int) -> str:
        if number:
            return self._exercise.hints[number - 1]
        result = self._results.get(self._current)
        return self._exercise.fitting_hint(result["diagnosis"] if result else None) or ""

    def action_run(self) -> None:
        command = [sys.executable, str(self._session.layout.root / "grade.py"), "run", self._current]
        with self.suspend():
            self._attached(command)
            input("\nEnter goes back. ")

    def action_open(self) -> None:
        exercise = self._exercise
        try:
            command = editor.command(self._session.layout.stub(exercise.chapter, exercise.name))
        except UsageProblem as problem:
            self.notify(str(problem), severity="warning")
            return
        with self.suspend():
            self._attached(command)

    @work
    async def action_reset(self) -> None:
        exercise = self._exercise
        if await self.push_screen_wait(Question(f"Reset {exercise.name}? Your text is kept.")):
            try:
                if stubs.to_reset([exercise], self._session.layout):
                    stubs.reset(exercise, self._session.layout, datetime.now())
            except UsageProblem as problem:
                self.notify(str(problem), severity="error")
            self._desk.grade(exercise.name)

    @work
    async def action_diff(self) -> None:
        exercise, layout = self._exercise, self._session.layout
        entry = history.read(layout.progress).of(exercise.name)
        question = f"You have not passed {exercise.name} yet. Look at the reference all the same?"
        passed = entry.passed or entry.shown or self._states[exercise.name] == "passed"
        if not passed:
            agreed = await self.push_screen_wait(Question(question))
            if not agreed:
                return
            with history.changing(layout.progress) as past:
                past.of(exercise.name).shown = True
        page = Page(Terminal(self.size.width - 6, self.size.height, True, glyphs=self._terminal.glyphs))
        try:
            model = comparison.reference(exercise, layout)
            difference = comparison.difference(layout.stub(exercise.chapter, exercise.name), model)
        except UsageProblem as problem:
            self.notify(str(problem), severity="warning")
            return
        others = comparison.others(exercise, layout)
        comparison_screen.add(page, exercise.name, model, difference, others)
        self.push_screen(Look(page.text()))


def _docstring(source: str) -> str:
    try:
        return ast.get_docstring(ast.parse(source)) or ""
    except (SyntaxError, ValueError):
        return ""


def watch(session: Session, name: str) -> None:
    """Show the screen until the user leaves it."""
    app = Watch(session, name)
    before = signal.signal(signal.SIGTERM, lambda number, frame: app.exit())
    try:
        app.run()
    finally:
        signal.signal(signal.SIGTERM, before)
