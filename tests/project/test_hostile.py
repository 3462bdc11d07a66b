"""What a class may hand in that is broken or meant to break something: grading goes on, and says why it does not count.

Most of it cannot be kept in git (links, pipes, bombs, names that some systems do not take), so it is made here.
"""

import io
import json
import os
import socket
import subprocess
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kata.front.classroom import roster
from kata.front.errors import UsageProblem
from kata.judge import sandbox

from . import strangers
from .class_project import CHAPTER, grade_py, small_kata

NAME = "coroutine_object"
RIGHT = "the right answer"  # stands for the reference's text
LARGEST = 256 * 1024

Make = Callable[[Path, bytes], None]


@dataclass(frozen=True)
class Hostile:
    """What one student hands in. `make` gets the student's folder and the reference; `verdict` is what comes of it.

    `reason` stands in the diagnosis or in the list of files that were ignored.
    """

    make: Make
    reason: str = ""
    verdict: str = "refused"


def text(content: str | bytes, reason: str, verdict: str) -> Hostile:
    """An answer with this content."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return Hostile(lambda folder, right: _write(folder / f"{NAME}.py", data), reason, verdict)


def named(name: str, reason: str = "not called like an exercise", verdict: str = "refused") -> Hostile:
    """The right answer under another name."""
    return Hostile(lambda folder, right: _write(folder / name, right), reason, verdict)


def archive(name: str, content: Callable[[bytes], bytes], reason: str, verdict: str = "refused") -> Hostile:
    """An archive in the student's folder, made of the right answer."""
    return Hostile(lambda folder, right: _write(folder / name, content(right)), reason, verdict)


def special(make: Callable[[Path], object], reason: str) -> Hostile:
    """Something that is no file in the place of the answer."""
    return Hostile(lambda folder, right: _made(make, folder / f"{NAME}.py"), reason)


def _made(make: Callable[[Path], object], path: Path) -> None:
    make(path)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _zip(entries: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED, mode: int = 0o100644) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", compression) as file:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name)
            info.external_attr, info.compress_type = mode << 16, compression
            file.writestr(info, data)
    return content.getvalue()


def _encrypted(right: bytes) -> bytes:
    content = bytearray(_zip({f"{NAME}.py": right}))
    content[6] |= 1  # the flag of the local header
    content[content.index(b"PK\x01\x02") + 8] |= 1  # and of the directory
    return bytes(content)


def _tar(
    name: str, data: bytes = b"", kind: bytes = tarfile.REGTYPE, target: str = "", mode: str = "w:gz"
) -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode=mode) as file:  # type: ignore[call-overload]
        info = tarfile.TarInfo(name)
        info.type, info.linkname, info.size = kind, target, len(data)
        file.addfile(info, io.BytesIO(data))
    return content.getvalue()


def _socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # the path of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def _hard_link(path: Path) -> None:
    (path.parent / "secret").write_text("x = 1\n")
    os.link(path.parent / "secret", path)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(8 << 30)


def _circle(path: Path) -> None:
    path.symlink_to(path.name)


def _deep_folders(folder: Path, right: bytes) -> None:
    _write(folder.joinpath(*["deep"] * 60) / f"{NAME}.py", right)


def _for_pytest(folder: Path, right: bytes) -> None:
    _write(folder / "conftest.py", b"1/0")
    _write(folder / "pytest.ini", b"[pytest]")


def _many_files(folder: Path, right: bytes) -> None:
    for number in range(2_500):
        _write(folder / f"{number}.txt", b"")


HOSTILE: dict[str, Hostile] = {
    # the answer is no file of its own
    "a link out": special(lambda path: path.symlink_to("/etc/passwd"), "it is a link"),
    "a link to nothing": special(lambda path: path.symlink_to("nowhere.py"), "it is a link"),
    "a link to itself": special(_circle, "it is a link"),
    "a hard link": special(_hard_link, "it is a hard link"),
    "a pipe": special(os.mkfifo, "it is not a regular file"),
    "a socket": special(_socket, "it cannot be read"),
    "a folder": special(lambda path: path.mkdir(), "it is an empty folder"),
    "a huge file": special(_huge, "larger than 256 KB"),
    "a link to a folder": Hostile(
        lambda folder, right: (folder / CHAPTER).symlink_to("/etc"), "not called like"
    ),
    # its content is odd
    "an empty file": text("", "has no", "error"),
    "a line feed": text("\n", "has no", "error"),
    "nul bytes": text(b"x = 1\x00\n" * 3, "does not compile", "error"),
    "nothing but nul": text(bytes(1000), "does not compile", "error"),
    "invalid utf-8": text(b"# \xff\xfe\nx = 1\n", "not UTF-8 text (line 1)", "error"),
    "utf-16": text("x = 1\n".encode("utf-16"), "not UTF-8 text", "error"),
    "a surrogate": text("x = '\ud800'\n", "not UTF-8 text", "error"),
    "another coding": text("# coding: rot13\nvzcbeg bf\n", "does not", "error"),
    "an unknown coding": text("# coding: no-such-coding\nx = 1\n", "has no", "error"),
    "a coding that hides": text('# coding: utf-7\n"""+ACIAIgAi- x = 1\n"""\n', "has no", "error"),
    "100,000 lines": text("x=1\n" * 60_000, "has no", "error"),
    "one long line": text("x = [" + "1," * 100_000 + "]\n", "has no", "error"),
    "too large": text("#" * (LARGEST + 1), "larger than 256 KB", "refused"),
    "deep parentheses": text("(" * 100_000, "does not compile", "error"),
    "deep lists": text("x = " + "[" * 150 + "]" * 150 + "\n", "has no", "error"),
    "deep blocks": text(
        "".join(" " * n + "if 1:\n" for n in range(200)) + " " * 200 + "pass\n", "does not compile", "error"
    ),
    "a long sum": text("x = " + "+".join(["1"] * 60_000) + "\n", "", "error"),
    "a huge power": text("x = 9**9**9\n", "", "timeout"),
    "a huge number": text("x = " + "9" * 200_000 + "\n", "does not compile", "error"),
    "bidi in the text": text(
        "# \u202e\u2066 gnp\nx = '\u202ereversed'\nraise ValueError('\u202egpj.exe')\n", "ValueError", "error"
    ),
    "escape codes": text(
        "raise ValueError('\\x1b[2J\\x1b]0;passed\\x07\\r\\n\\x1b[8m')\n", "ValueError", "error"
    ),
    "markup": text(
        "raise ValueError('</script><img src=x onerror=alert(1)> [red]x[/red] =1+1')\n", "ValueError", "error"
    ),
    "unicode names": text("ℯ = ﬁ = 1\nraise NameError(ｘ)\n", "NameError", "error"),
    "binary": text(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, "not UTF-8", "error"),
    # its name is odd
    "upper case": named("COROUTINE_OBJECT.PY"),
    "a text file": named(f"{NAME}.py.txt"),
    "a line feed in the name": named(f"{NAME}\n.py"),
    "escape codes in the name": named(f"\x1b[2J{NAME}\x07.py"),
    "bidi in the name": named(f"\u202eyp.{NAME}.py"),
    "a formula as a name": named(f"=cmd|' /C calc'!A0 {NAME}.py"),
    "dots in the name": named(f"..{NAME}.py"),
    "bytes in the name": Hostile(
        lambda folder, right: _write(Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.py")), right),
        "not called like",
    ),
    "what pytest would read": Hostile(_for_pytest, "not called like"),
    "deep folders": Hostile(_deep_folders, "not called like"),
    "thousands of files": Hostile(_many_files, "not called like"),
    # archives
    "a damaged zip": archive("a.zip", lambda right: _zip({f"{NAME}.py": right})[:-30], "cannot be read"),
    "a zip that is none": archive("a.zip", lambda right: b"PK\x03\x04 but no more", "cannot be read"),
    "a changed zip": archive(
        "a.zip",
        lambda right: _zip({f"{NAME}.py": right}).replace(right[:0] or b"PK\x03\x04", b"PK\x03\x05", 1),
        "unpacked",
    ),
    "an encrypted zip": archive("a.zip", _encrypted, "encrypted"),
    "a zip in a zip": archive(
        "a.zip", lambda right: _zip({"b.zip": _zip({f"{NAME}.py": right})}), "inside an archive"
    ),
    "a link in a zip": archive(
        "a.zip", lambda right: _zip({f"{NAME}.py": b"/etc/passwd"}, mode=0o120777), "it is a link"
    ),
    "a bomb in a zip": archive(
        "a.zip", lambda right: _zip({f"{NAME}.py": bytes(64 << 20)}), "larger than 256 KB"
    ),
    "names that lead out": archive(
        "a.zip",
        lambda right: _zip({f"../../../{NAME}.txt": right, "/etc/cron.d/x": right}),
        "not called like",
    ),
    "an absolute name": archive(
        "a.tar.gz", lambda right: _tar("/tmp/kata-hostile.txt", right), "not called like"
    ),
    "a link in a tar": archive(
        "a.tgz",
        lambda right: _tar(f"{NAME}.py", kind=tarfile.SYMTYPE, target="/etc/passwd"),
        "not a regular file",
    ),
    "a device in a tar": archive(
        "a.tar", lambda right: _tar(f"{NAME}.py", kind=tarfile.CHRTYPE, mode="w"), "not a regular file"
    ),
    "a tar that ends early": archive(
        "a.tar.gz", lambda right: _tar(f"{NAME}.py", right)[:-40], "cannot be read"
    ),
    "a bomb of a tar": archive("a.tar.xz", lambda right: _tar("x.py", bytes(300 << 20), mode="w:xz"), "256"),
    "an empty archive": archive("a.zip", lambda right: _zip({}), "the archive is empty"),
    # odd, and right all the same
    "windows line ends": Hostile(
        lambda folder, right: _write(folder / f"{NAME}.py", right.replace(b"\n", b"\r\n")), "", "passed"
    ),
    "a byte order mark": Hostile(
        lambda folder, right: _write(folder / f"{NAME}.py", b"\xef\xbb\xbf" + right), "", "passed"
    ),
    "a name that leads out": archive("a.zip", lambda right: _zip({f"../../{NAME}.py": right}), "", "passed"),
    "a chapter in capitals": Hostile(
        lambda folder, right: _write(folder / CHAPTER.upper() / f"{NAME}.py", right), "", "passed"
    ),
}
STUDENTS = {f"s{number:02} {kind}": hostile for number, (kind, hostile) in enumerate(HOSTILE.items())}
ODD_STUDENTS = (
    "..py",
    "=1+1",
    "a\nb",
    "\x1b[31mred",
    "\u202egnp",
    "x" * 200,
    "CON",
    "-rf",
    "o'brien; rm *",
    'a,b"c',
)


@dataclass(frozen=True)
class Graded:
    """A class of nobody but such students, graded."""

    output: Path
    said: subprocess.CompletedProcess[str]
    around: set[str]

    def student(self, identity: str) -> dict[str, Any]:
        """What `class.json` says of a student."""
        book = json.loads((self.output / "class.json").read_text())
        return next(one for one in book["students"] if one["id"] == identity)

    def results(self) -> dict[str, dict[str, Any]]:
        """The exercise's result, by the student's folder."""
        found = {}
        for file in (self.output / "students").glob("*/result.json"):
            found[file.parent.name] = json.loads(file.read_text())["exercises"][0]
        return found


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    if os.environ.get("CI"):
        strangers.must_have_a_sandbox()
    folder = tmp_path_factory.mktemp("hostile")
    root = small_kata(folder)
    right = (root / "solutions" / CHAPTER / f"{NAME}.py").read_bytes()
    submissions = folder / "handed in"
    for student, hostile in STUDENTS.items():
        (submissions / student).mkdir(parents=True)
        hostile.make(submissions / student, right)
    for student in ODD_STUDENTS:
        _write(submissions / student / f"{NAME}.py", right)
    assignment = folder / "assignment.toml"
    assignment.write_text(f'title = "Hostile"\n[[exercise]]\nname = "{NAME}"\npoints = 5\n')
    scratch, output = folder / "scratch", folder / "out"
    scratch.mkdir()
    more = [] if sandbox.obstacle() is None else ["--no-sandbox"]
    before = strangers.fingerprint(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(scratch))
        said = grade_py(root, "classroom", submissions, "-o", output, "--assignment", assignment, *more)
    changed = {path for path, digest in strangers.fingerprint(root).items() if before.get(path) != digest}
    around = {entry.name for entry in folder.iterdir()} | {
        f"scratch/{entry.name}" for entry in scratch.iterdir()
    }
    return Graded(output, said, around | changed)


def test_there_is_much_of_it() -> None:
    assert len(HOSTILE) >= 40


@pytest.mark.timeout(300)
def test_grading_goes_on(graded: Graded) -> None:
    assert graded.said.returncode == 0, graded.said.stderr
    assert "Traceback" not in graded.said.stdout + graded.said.stderr
    assert "\x1b" not in graded.said.stdout and "\u202e" not in graded.said.stdout
    assert len(graded.results()) == len(STUDENTS) + len(ODD_STUDENTS)


@pytest.mark.timeout(300)
def test_nothing_is_written_elsewhere(graded: Graded) -> None:
    assert graded.around == {"kata of one chapter", "handed in", "assignment.toml", "out", "scratch"}
    assert not Path("/tmp/kata-hostile.txt").exists()
    outside = [path for path in graded.output.rglob("*") if path.is_symlink()]
    assert not outside


@pytest.mark.timeout(300)
@pytest.mark.parametrize("student", STUDENTS)
def test_each_gets_a_clear_reason(graded: Graded, student: str) -> None:
    hostile = STUDENTS[student]
    name = roster.Student(student, student).folder
    result = graded.results()[name]
    assert result["verdict"] == hostile.verdict, result["diagnosis"]
    assert result["earned"] == (5 if hostile.verdict == "passed" else 0)
    ignored = [why for _, why in graded.student(student)["ignored"]]
    reasons = [result["diagnosis"] or "", *ignored]
    assert any(hostile.reason in reason for reason in reasons), reasons
    for reason in reasons:
        assert (
            len(reason) < 1_500 and "Traceback" not in reason and "\n" not in reason and "\x1b" not in reason
        )


@pytest.mark.timeout(300)
def test_odd_students_get_what_they_earned_in_folders_with_harmless_names(graded: Graded) -> None:
    for student in ODD_STUDENTS:
        folder = roster.Student(student, student).folder
        assert (
            folder.isascii()
            and folder.isprintable()
            and "/" not in folder
            and not folder.startswith((".", "-"))
        )
        assert graded.results()[folder]["earned"] == 5
    table = (graded.output / "grades.csv").read_text("utf-8")
    for line in table.splitlines():
        assert not line.startswith(("=", "+", "-", "@", '"=', '"-'))


ROSTERS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "needs a column called id"),
    "a line feed": (b"\n", "needs a column called id"),
    "no id": (b"name,mail\na,b\n", "needs a column called id"),
    "nul bytes": (b"id,name\n\x00\x00,a\n", ""),
    "an open quote": (b'id,name\n"a,b\n', ""),
    "a huge field": (b"id,name\na," + b"x" * 300_000 + b"\n", "line 2"),
    "utf-16": ("id,name\na,b\n".encode("utf-16"), "not UTF-8"),
    "latin-1": ("id,name\na,Jos\u00e9\n".encode("latin-1"), "not UTF-8"),
    "twice": (b"id,name\na,b\na,c\n", "has the id a twice"),
    "two id columns": (b"id,id,name\na,b,c\n", ""),
    "too many cells": (b"id,name\na,b,c,d,e\n", ""),
    "too few cells": (b"id,name,mail\na\n", ""),
    "old line ends": (b"id,name\ra,b\rc,d\r", ""),
    "an escaped quote": (b'id,name\na,"b ""c"" d"\n', ""),
    "formulas": (b"id,name\n=1+1,=cmd()\n", ""),
    "blank lines": (b"\n\nid,name\n\na,b\n", ""),
}


@pytest.mark.parametrize("kind", ROSTERS)
def test_an_odd_roster_is_read_or_refused_in_one_sentence(kind: str, tmp_path: Path) -> None:
    content, reason = ROSTERS[kind]
    path = tmp_path / "roster.csv"
    path.write_bytes(content)
    try:
        students = roster.load(path)
    except UsageProblem as problem:
        assert reason in str(problem) and len(str(problem).splitlines()) == 1 and len(str(problem)) < 300
    else:
        assert not reason
        assert all(student.id.strip() for student in students)
