"""`watch`: every key of its screen, saves of every kind, and the same as lines where there is no screen."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from types import SimpleNamespace

import pytest
from textual.widgets import Footer, Input, OptionList, Static

from kata.front import cli, history
from kata.front.commands import COMMANDS
from kata.front.judging import Bench
from kata.front.session import Session
from kata.front.watch import desk
from kata.front.watch.app import Watch
from kata.front.watch.dialogs import Look as LookAt
from kata.front.watch.dialogs import Question
from kata.front.watch.saves import Look, saves
from kata.front.watch.standing import first_waiting, standing
from kata.layout import ROOT
from tests.project.front_project import JUDGE, failed, make_project, one_test, says, write

PATIENCE = 30
LATE = failed("it came too late by 1 s", tests=[one_test(message="it came too late by 1 s")])


@pytest.fixture
def layout(tmp_path):
    layout = make_project(tmp_path)
    hint = 'name = "two_workers"\nhint_for = { "too late" = "Ask earlier." }'
    write(layout.manifest, layout.manifest.read_text().replace('name = "two_workers"', hint))
    write(layout.stub("ch02_tasks", "two_workers"), says("Two at once.", **LATE))
    return layout


@pytest.fixture
def stub(layout):
    return layout.stub("ch02_tasks", "two_workers")


@pytest.fixture
def session(layout):
    with Bench(layout, JUDGE) as bench:
        yield Session(layout, lambda: bench, COMMANDS)


@contextlib.asynccontextmanager
async def watching(session, name="two_workers", size=(120, 40)):
    """The screen, once the first verdict is drawn."""
    ran = []
    app = Watch(session, name, ran.append)
    async with app.run_test(size=size) as pilot:
        seen = SimpleNamespace(app=app, pilot=pilot, press=pilot.press, ran=ran)
        seen.text = lambda part="#verdict": str(app.query_one(part, Static).render())
        await until(seen, lambda: "points" in seen.text())
        yield seen


async def until(seen, condition):
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await seen.pilot.pause(0.01)


async def test_it_begins_with_the_verdict_and_the_task(session):
    async with watching(session) as seen:
        assert "it came too late by 1 s" in seen.text()
        assert "returned at 3 s" in seen.text()
        assert "Two at once." in seen.text("#task")
        assert "0 of 3 passed" in seen.text("#bar")


async def test_a_save_is_graded_and_remembered(session, stub, layout):
    async with watching(session) as seen:
        write(stub, says())
        await until(seen, lambda: "passed" in seen.text())
        assert "n goes on to to_thread" in seen.text()
        assert "1 of 3 passed" in seen.text("#bar")
        await until(seen, lambda: history.read(layout.progress).of("two_workers").passed)


async def test_a_save_of_another_exercise_makes_it_the_current_one(session, layout):
    async with watching(session) as seen:
        write(layout.stub("ch01_start", "entry_point"), says(**failed("elsewhere")))
        await until(seen, lambda: "elsewhere" in seen.text())
        assert "entry_point" in seen.text("#bar")


async def test_n_goes_to_the_next_that_has_not_passed_and_p_to_the_one_before(session, layout):
    write(layout.stub("ch02_tasks", "to_thread"), says())
    async with watching(session) as seen:
        await seen.press("c")
        await until(seen, lambda: "1 of 3 passed" in seen.text("#bar"))
        await seen.press("n")
        await until(seen, lambda: "entry_point" in seen.text("#bar"))
        await seen.press("n")
        await until(seen, lambda: "two_workers" in seen.text("#bar"))
        await seen.press("p", "p")
        await until(seen, lambda: "to_thread" in seen.text("#bar"))


async def test_h_shows_one_hint_more_the_fitting_one_first(session, layout):
    async with watching(session) as seen:
        await seen.press("h")
        assert "Ask earlier." in seen.text("#hints")
        assert "One hint." not in seen.text("#hints")
        await seen.press("h")
        assert "One hint." in seen.text("#hints")
        await seen.press("h")
        await until(seen, lambda: any("last hint" in note.message for note in seen.app._notifications))
        assert history.read(layout.progress).of("two_workers").hints == [0, 1]


async def test_l_shows_the_list_where_it_is_hidden_and_enter_chooses(session):
    async with watching(session, size=(80, 24)) as seen:
        side = seen.app.query_one("#side")
        assert not side.display
        await seen.press("l")
        assert side.display
        await seen.press("home", "enter")
        await until(seen, lambda: "entry_point" in seen.text("#bar"))
        assert not side.display
        await seen.press("l", "l")
        assert not side.display


async def test_slash_finds_by_name_and_title(session):
    async with watching(session) as seen:
        await seen.press("slash", *"leave")
        options = seen.app.query_one(OptionList)
        assert [option.id for option in options.options] == ["to_thread"]
        await seen.press("enter")
        await until(seen, lambda: "to_thread" in seen.text("#bar"))
        assert len(options.options) == 3
        await seen.press("slash", "z", "escape")
        assert not seen.app.query_one(Input).display
        assert len(options.options) == 3


async def test_a_click_chooses_from_the_list(session):
    async with watching(session) as seen:
        await seen.pilot.click("#list", offset=(3, 0))
        await until(seen, lambda: "entry_point" in seen.text("#bar"))


async def test_r_runs_it_in_the_terminal(session, monkeypatch):
    monkeypatch.setattr(Watch, "suspend", lambda self: contextlib.nullcontext())
    monkeypatch.setattr("builtins.input", lambda prompt: "")
    async with watching(session) as seen:
        await seen.press("r")
        assert [command[-2:] for command in seen.ran] == [["run", "two_workers"]]


async def test_every_key_is_in_view_on_a_narrow_terminal(session):
    async with watching(session, size=(80, 24)) as seen:
        footer = seen.app.query_one(Footer)
        await until(seen, lambda: footer.children and footer.children[-1].region.right > 0)
        keys = list(footer.children)
        assert [str(key.render()).split()[0] for key in keys] == list("nphl/orxdcq")
        assert keys[-1].region.right <= 80


async def test_o_opens_it_in_the_editor(session, stub, monkeypatch):
    monkeypatch.setattr(Watch, "suspend", lambda self: contextlib.nullcontext())
    monkeypatch.setenv("VISUAL", sys.executable)
    async with watching(session) as seen:
        await seen.press("o")
        assert seen.ran == [[sys.executable, str(stub)]]
        monkeypatch.setenv("VISUAL", "no-such-editor")
        await seen.press("o")
        await until(seen, lambda: [note.message for note in seen.app._notifications])
        assert "no-such-editor" in next(iter(seen.app._notifications)).message


@pytest.mark.parametrize(("key", "is_reset"), [("y", True), ("n", False), ("escape", False)])
async def test_x_asks_and_resets(session, stub, layout, key, is_reset):
    before = stub.read_text()
    async with watching(session) as seen:
        await seen.press("x")
        await until(seen, lambda: isinstance(seen.app.screen, Question))
        await seen.press(key)
        await until(seen, lambda: not isinstance(seen.app.screen, Question))
        if is_reset:
            await until(seen, lambda: "not started yet" in seen.text())
            assert [kept.read_text() for kept in layout.kept.rglob("*.py")] == [before]
    assert (stub.read_text() != before) is is_reset


async def test_the_buttons_of_a_question_can_be_clicked(session, stub):
    before = stub.read_text()
    async with watching(session) as seen:
        for button, is_reset in (("#no", False), ("#yes", True)):
            await seen.press("x")
            await until(seen, lambda: isinstance(seen.app.screen, Question))
            await seen.pilot.click(button)
            await until(seen, lambda: not isinstance(seen.app.screen, Question))
            await seen.pilot.pause()
            assert (stub.read_text() != before) is is_reset


async def test_d_shows_the_difference_after_a_pass(session, stub):
    write(stub, says())
    async with watching(session) as seen:
        await seen.press("d")
        await until(seen, lambda: isinstance(seen.app.screen, LookAt))
        assert "your file and the reference" in str(seen.app.screen.query_one(Static).render())
        await seen.press("q")
        await until(seen, lambda: not isinstance(seen.app.screen, LookAt))


async def test_d_asks_once_before_a_pass(session, layout):
    async with watching(session) as seen:
        for key, shown in (("n", False), ("y", True)):
            await seen.press("d")
            await until(seen, lambda: isinstance(seen.app.screen, Question))
            await seen.press(key)
            await until(seen, lambda: not isinstance(seen.app.screen, Question))
            await seen.pilot.pause()
            assert isinstance(seen.app.screen, LookAt) is shown
        await seen.press("escape", "d")
        await until(seen, lambda: isinstance(seen.app.screen, LookAt))


async def test_c_checks_all(session, layout):
    write(layout.stub("ch01_start", "entry_point"), says())
    async with watching(session) as seen:
        assert "0 of 3 passed" in seen.text("#bar")
        await seen.press("c")
        await until(seen, lambda: "1 of 3 passed" in seen.text("#bar"))


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_q_and_ctrl_c_leave(session, key):
    async with watching(session) as seen:
        await seen.press(key)
        await until(seen, lambda: not seen.app.is_running)


async def test_untrusted_text_is_no_markup(session, stub):
    write(stub, says("[red]x[/red] \x1b[2J", **failed("[bold]y[/bold]")))
    async with watching(session) as seen:
        assert "[bold]y[/bold]" in seen.text()
        assert "[red]x[/red]" in seen.text("#task")
        assert "\x1b" not in seen.text("#task")


async def test_a_broken_grader_is_told_and_watching_goes_on(layout, stub):
    with Bench(layout, (sys.executable, "-c", "raise SystemExit('no plugin')")) as bench:
        app = Watch(Session(layout, lambda: bench, COMMANDS), "two_workers")
        async with app.run_test() as pilot:
            seen = SimpleNamespace(app=app, pilot=pilot)
            await until(seen, lambda: any("The judge" in note.message for note in app._notifications))
            assert app.is_running


# ------------------------------------------------------------------------------------------------- saves


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "saved"
    paths = {name: write(folder / f"{name}.py", "before") for name in ("a", "b")}
    return SimpleNamespace(folder=folder, paths=paths)


def test_a_save_without_a_change_is_none(files):
    look = Look(files.paths)
    os.utime(files.paths["a"], (1, 1))
    assert look.changed() == []
    write(files.paths["a"], "after")
    assert look.changed() == ["a"]
    assert look.changed() == []


def test_a_file_that_is_replaced_or_gone_has_changed(files):
    look = Look(files.paths)
    write(files.folder / "new", "after").replace(files.paths["a"])
    files.paths["b"].unlink()
    assert look.changed() == ["a", "b"]


def test_a_text_that_is_written_in_pieces_is_named_when_it_is_whole(files):
    pieces = iter(["", "", "ha", "half", "half and half"])

    def sleep(seconds):
        write(files.paths["a"], next(pieces, "half and half"))

    look = Look(files.paths, sleep)
    write(files.paths["a"], "")
    assert look.changed() == ["a"]
    assert next(pieces, None) is None
    assert look.changed() == []


@pytest.mark.parametrize("events", [True, False], ids=["with events", "without"])
def test_saves_are_noticed(files, events, monkeypatch):
    if not events:

        def watch(*args, **options):
            raise OSError("no more watches")

        monkeypatch.setattr("watchfiles.watch", watch)
    stop, seen = threading.Event(), []

    def listen():
        for changed in saves(files.folder, files.paths, stop):
            seen.extend(changed)

    thread = threading.Thread(target=listen)
    thread.start()
    for number in range(3):
        time.sleep(0.1)
        write(files.paths["a"], f"text {number}")
        deadline = time.monotonic() + PATIENCE
        while len(seen) <= number and time.monotonic() < deadline:
            time.sleep(0.01)
    stop.set()
    thread.join(PATIENCE)
    assert seen == ["a"] * 3
    assert not thread.is_alive()


# -------------------------------------------------------------------------------------------------- desk


def test_a_save_during_a_grading_is_not_lost(session, layout, stub, tmp_path):
    begun, news = tmp_path / "begun", []
    slow = JUDGE[-1].replace("for asked", SLOWLY.format(begun=str(begun)) + "for asked", 1)
    write(stub, "#SLOW\n" + says(**LATE))
    done = threading.Event()

    def tell(one):
        news.append(one)
        if isinstance(one, desk.Graded):
            done.set()

    with (
        Bench(layout, (*JUDGE[:-1], slow)) as bench,
        desk.Desk(Session(layout, lambda: bench, {}), tell) as it,
    ):
        it.grade("two_workers")
        deadline = time.monotonic() + PATIENCE
        while not begun.exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        write(stub, says())
        it.grade("two_workers")
        assert done.wait(PATIENCE)
    assert [one.result["verdict"] for one in news if isinstance(one, desk.Graded)] == ["passed"]
    assert not [one for one in news if isinstance(one, desk.Broken)]


SLOWLY = """
if "#SLOW" in open(request["answers"][0]["path"]).read():
    open({begun!r}, "w").close()
    __import__("time").sleep(600)
"""


def test_the_standing_is_known_without_grading(session, layout, stub):
    assert standing(session) == {
        "entry_point": "unfinished",
        "two_workers": "changed",
        "to_thread": "unfinished",
    }
    cli.run(["two_workers"], layout, JUDGE)
    assert standing(session)["two_workers"] == "failed"
    write(stub, says())
    assert standing(session)["two_workers"] == "changed"


def test_the_next_one_is_looked_for_round_the_end():
    states = {"a": "unfinished", "b": "passed", "c": "failed"}
    assert first_waiting(states) == "a"
    assert first_waiting(states, "a") == "c"
    assert first_waiting(states, "c") == "a"
    assert first_waiting({"a": "passed", "b": "passed"}, "b") == "a"


# ------------------------------------------------------------------------------------------------- plain


def test_without_a_terminal_it_is_lines(layout, stub):
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pathlib import Path\n"
    code += "from kata.front.cli import run; from kata.layout import Layout\n"
    code += f"code = run(['watch', 'two_workers'], Layout(Path({str(layout.root)!r})), {JUDGE!r})\n"
    code += "assert 'textual' not in sys.modules\nsys.exit(code)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        lines = iter(process.stdout.readline, "")
        assert any("it came too late by 1 s" in line for line in lines)
        write(stub, says())
        assert any("passed its test" in line or "passed all" in line for line in lines)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
