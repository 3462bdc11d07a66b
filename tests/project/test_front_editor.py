"""The user's editor, and names of files that a terminal can follow."""

import io
import sys
from contextlib import redirect_stdout

import pytest

from kata.front import cli, editor
from kata.front.errors import UsageProblem
from kata.front.page import Page
from kata.front.terminal import Terminal
from tests.project.front_project import make_project, says, write
from tests.project.test_front_screens import LARGE, SMALL, failed, judged, passed, shown


@pytest.fixture
def layout(tmp_path):
    return make_project(tmp_path / "a project")


@pytest.fixture
def program(tmp_path):
    """Makes a program of this name that notes its arguments and ends with this code; its folder is the PATH."""

    def made(name, code=0):
        path = write(
            tmp_path / "bin" / name,
            f"#!{sys.executable}\nimport pathlib, sys\n"
            f"pathlib.Path({str(tmp_path / 'opened')!r}).write_text(chr(10).join(sys.argv[1:]))\nsys.exit({code})\n",
        )
        path.chmod(0o755)
        return str(path)

    return made


@pytest.fixture
def given(tmp_path, monkeypatch):
    """Sets these variables, and no other that could name an editor."""

    def set_to(**variables):
        for name in ("VISUAL", "EDITOR"):
            monkeypatch.delenv(name, raising=False)
        for name, value in ({"PATH": str(tmp_path / "bin")} | variables).items():
            monkeypatch.setenv(name, value)

    return set_to


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"VISUAL": "see", "EDITOR": "ed"}, ["see"]),
        ({"EDITOR": "ed"}, ["ed"]),
        ({"VISUAL": "  ", "EDITOR": "ed -n 'two words'"}, ["ed", "-n", "two words"]),
        ({}, ["code", "-g"]),
    ],
)
def test_visual_then_editor_then_vs_code(tmp_path, program, variables, expected):
    for name in ("see", "ed", "code"):
        program(name)
    path = tmp_path / "an answer.py"
    command = editor.command(path, {"PATH": str(tmp_path / "bin")} | variables)
    assert command == [str(tmp_path / "bin" / expected[0]), *expected[1:], str(path)]


def test_an_editor_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(
        UsageProblem, match=r"^There is no program nano-nano, which VISUAL names as your editor\.$"
    ):
        editor.command(tmp_path, {"VISUAL": "nano-nano -w", "PATH": ""})
    with pytest.raises(
        UsageProblem, match=r"^No editor is known: set VISUAL or EDITOR, or open .* yourself\.$"
    ):
        editor.command(tmp_path, {"PATH": str(tmp_path)})


def no_judge():
    return [sys.executable, "-c", "raise SystemExit('--open needs no judge')"]


def test_open_takes_the_exercise_that_is_next(layout, program, given, tmp_path, capsys):
    write(layout.stub("ch01_start", "entry_point"), says())
    given(VISUAL=program("see") + " --wait")
    assert cli.run(["--open"], layout, no_judge()) == 0
    path = layout.stub("ch01_start", "entry_point")
    assert (tmp_path / "opened").read_text().splitlines() == ["--wait", str(path)]
    assert capsys.readouterr().out == f"{path}; then  python3 grade.py entry_point\n"


def test_open_takes_a_name(layout, program, given, tmp_path):
    given(EDITOR=program("ed"))
    assert cli.run(["two_workers", "--open"], layout, no_judge()) == 0
    assert (tmp_path / "opened").read_text() == str(layout.stub("ch02_tasks", "two_workers"))


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["two_workers", "to_thread"], "--open opens one exercise: name no more than one."),
        (["ch02_tasks"], '"ch02_tasks" is a whole chapter; name one exercise, such as two_workers.'),
        (["entry_point"], "{stub} is not there: reset entry_point brings back its stub."),
        (["two_workers"], "{editor} ended with exit code 3."),
    ],
)
def test_what_cannot_be_opened_is_a_sentence(layout, program, given, capsys, argv, sentence):
    stub = layout.stub("ch01_start", "entry_point")
    stub.unlink()
    given(EDITOR=program("ed", 3))
    assert cli.run([*argv, "--open"], layout, no_judge()) == 2
    assert capsys.readouterr().err == sentence.format(stub=stub, editor=program("ed", 3)) + "\n"


# ----------------------------------------------------------------------------------------------- links


def live(terminal):
    return Terminal(terminal.width, terminal.height, colour=True, live=True)


def test_names_of_files_are_links_where_the_terminal_is_live():
    outcome = judged(passed(), {})
    linked = shown(outcome, live(LARGE), in_detail=False, options=())
    assert "file:///answers/exercise_1_1.py" in linked and "\x1b]8;" in linked
    linked = shown(judged({"diagnosis": "the stub is untouched"}), live(SMALL), in_detail=True)
    assert "file:///answers/exercise_1_0.py" in linked


@pytest.mark.parametrize(
    "terminal", [SMALL, Terminal(80, 24, colour=False, live=True)], ids=["pipe", "NO_COLOR"]
)
def test_there_are_no_links_elsewhere(terminal):
    for in_detail in (False, True):
        assert "\x1b]8;" not in shown(judged(failed(), {}), terminal, in_detail=in_detail, options=())


def test_a_link_is_a_link_whatever_the_folder_is_called(tmp_path):
    page = Page(live(SMALL))
    path = tmp_path / "a folder; \x1b]8;;evil" / "answer.py"
    page.field("file", "answer.py", file=path)
    out = io.StringIO()
    with redirect_stdout(out):
        page.print()
    assert "a%20folder%3B%20%1B%5D8%3B%3Bevil/answer.py" in out.getvalue()
