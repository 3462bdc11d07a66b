"""From the handout to grades in Canvas and Moodle, as the README says, by a student and a teacher."""

import csv
import re
import shlex
import shutil
import zipfile
from pathlib import Path

import pytest

from kata.front.classroom import sandbox_there
from kata.layout import ROOT, Layout
from tests.project.class_project import CHAPTER, grade_py, small_kata

README = (ROOT / "README.md").read_text("utf-8")
SECTION = README.partition("## For teachers")[2].partition("\n## ")[0]
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Week 1 (77)\n    Points Possible,,,,,20\n"
    '"Doe, Jane",123,,jdoe,A,\n"Roe, Rob",124,,rroe,A,\n'
)
MOODLE = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Last modified (grade),Feedback comments\n"
    "Participant 8,Jane Doe,jane@school.example,Submitted,,20.00,-,\n"
    "Participant 9,Rob Roe,rob@school.example,Submitted,,20.00,-,\n"
)


def block(first_line: str) -> str:
    """The indented lines of the section that begin with this one."""
    found = re.search(rf"(?:^    {re.escape(first_line)}.*\n(?:    .*\n|\n(?=    ))*)", SECTION, re.MULTILINE)
    assert found, first_line
    return "\n".join(line[4:] for line in found[0].splitlines()) + "\n"


def commands() -> list[list[str]]:
    """What the section tells a teacher to type, in its order."""
    return [
        shlex.split(line)[2:] for line in re.findall(r"^    (python3 grade\.py .*)$", SECTION, re.MULTILINE)
    ]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_kata(tmp_path_factory.mktemp("path"))


def as_a_student(handed_out: Path, folder: Path, answers: Path) -> dict[str, bytes]:
    """Unpacks the handout, looks at it, answers one exercise, and gives back the files to hand in."""
    with zipfile.ZipFile(handed_out) as archive:
        archive.extractall(folder)
    before = grade_py(folder)
    assert before.returncode == 1 and "0 of 2" in before.stdout
    own = folder / "exercises" / CHAPTER
    shutil.copy(answers / "entry_point.py", own)
    assert grade_py(folder, "entry_point").returncode == 0
    assert grade_py(folder).returncode == 1
    shutil.copy(answers / "coroutine_object.py", own)
    assert grade_py(folder).returncode == 0
    return {path.name: path.read_bytes() for path in own.glob("*.py")}


def grade_column(file: Path, column: int) -> list[str]:
    with file.open(newline="", encoding="utf-8") as lines:
        return [row[column] for row in csv.reader(lines)]


def test_the_commands_of_the_readme_lead_from_the_handout_to_grades(root: Path, tmp_path: Path) -> None:
    (tmp_path / "assignment.toml").write_text(block("# assignment.toml"), "utf-8")
    (tmp_path / "roster.csv").write_text(block("id,name,email,canvas"), "utf-8")
    (tmp_path / "gradebook.csv").write_text(CANVAS)
    (tmp_path / "worksheet.csv").write_text(MOODLE)
    no_sandbox = ["--no-sandbox"] if sandbox_there.obstacle(Layout()) else []
    said = []
    typed = commands()
    assert [words[:2] for words in typed] == [
        ["handout", "week1.zip"],
        *[["classroom", "submissions.zip"]] * 3,
        ["handout", "--gradescope"],
        *[["classroom", "regrade"]] * 2,
    ]
    for words in typed:
        if words[:2] == ["classroom", "submissions.zip"] and not (tmp_path / "submissions.zip").exists():
            files = as_a_student(tmp_path / "week1.zip", tmp_path / "jane", root / "solutions" / CHAPTER)
            with zipfile.ZipFile(tmp_path / "submissions.zip", "w") as archive:  # as Canvas names them
                for name, content in files.items():
                    archive.writestr(f"doejane_123_4567_{name}", content)
                archive.writestr("roerob_LATE_124_4568_entry_point.py", "def run_all(jobs): return []\n")
        known = {path.name for path in tmp_path.iterdir()} | {"week1.zip", "graded", "autograder.zip"}
        arguments = [str(tmp_path / word) if word in known else word for word in words]
        extra = no_sandbox if words[0] == "classroom" and words[1] != "regrade" else []
        done = grade_py(root, *arguments, *extra)
        assert done.returncode == 0, (words, done.stdout, done.stderr)
        said.append(done.stdout)
    graded = tmp_path / "graded"
    assert grade_column(graded / "grades.csv", 2) == ["points", "20", "0"]
    assert grade_column(graded / "canvas.csv", 5) == ["Week 1 (77)", "20", "20", "0"]
    assert grade_column(graded / "moodle.csv", 4) == ["Grade", "20", "0"]
    assert "Nothing is otherwise." in said[-1]
    assert (graded / "students" / "s01" / "feedback.html").is_file()
    assert "late" in (graded / "overview.html").read_text("utf-8")


def test_every_option_that_the_readme_names_is_there() -> None:
    known = "".join(
        grade_py(ROOT, *command.split(), "--help").stdout
        for command in ("handout", "classroom", "classroom regrade")
    )
    for option in set(re.findall(r"(?<![\w-])--[a-z][\w-]+", SECTION)):
        assert option in known, option
