"""What students get: it works as it stands, and nothing in it is what they are to find out."""

import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from kata.front.classroom import handout
from kata.front.classroom.assignment import everything, parse
from kata.front.errors import UsageProblem
from kata.layout import Layout
from kata.manifest import load
from tests.project.class_project import grade_py

LAYOUT = Layout()
MANIFEST = load(LAYOUT.manifest)
SHORTEST = 20  # characters of a line that says something
TWO = {"title": "Week 3", "exercise": [{"name": "two_workers", "points": 4.5}, {"name": "task_group"}]}


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of everything, unpacked as a student does it."""
    folder = tmp_path_factory.mktemp("handout")
    made = grade_py(LAYOUT.root, "handout", folder / "kata.zip")
    assert made.returncode == 0, made.stderr
    with zipfile.ZipFile(folder / "kata.zip") as archive:
        archive.extractall(folder / "kata")
    return folder / "kata"


def lines_of(files: Iterable[Path]) -> set[str]:
    return {line.strip() for file in files for line in file.read_text("utf-8").splitlines()}


def secrets() -> set[str]:
    """Every line of a reference or a hidden test that stands in nothing that students may see."""
    tests = LAYOUT.root / "tests"
    hidden = set(tests.glob("ch*/test_*_hidden.py"))
    public = [*LAYOUT.exercises.rglob("*.py"), *LAYOUT.exercises.rglob("*.md")]
    public += [*(set(tests.glob("ch*/*.py")) - hidden), *(LAYOUT.root / "kata").rglob("*.py")]
    public += [LAYOUT.project_tests / name for name in handout.SELFTESTS if name.endswith(".py")]
    secret = lines_of([*LAYOUT.solutions.rglob("*.py"), *hidden]) - lines_of(public)
    return {line for line in secret if len(line) >= SHORTEST}


def test_no_line_of_a_reference_or_a_hidden_test_is_in_it(unpacked: Path) -> None:
    handed = lines_of(path for path in unpacked.rglob("*") if path.suffix != ".pyc" and path.is_file())
    looked_for = secrets()
    assert len(looked_for) > 3000
    assert looked_for & handed == set()


def test_it_has_no_place_for_what_is_not_handed_out(unpacked: Path) -> None:
    for path in unpacked.rglob("*"):
        names = path.relative_to(unpacked).parts
        assert not {"solutions", "submissions", ".git", ".kata"} & set(names), path
        assert "_hidden" not in path.name


def test_it_has_stubs_lessons_visible_tests_scenarios_and_a_workflow(unpacked: Path) -> None:
    for exercise in MANIFEST.exercises:
        chapter, name = exercise.chapter, exercise.name
        stub = LAYOUT.pristine(chapter, name).read_bytes()
        assert (unpacked / "exercises" / chapter / f"{name}.py").read_bytes() == stub
        assert (unpacked / "exercises" / ".stubs" / chapter / f"{name}.py").read_bytes() == stub
        assert (unpacked / "exercises" / chapter / "README.md").is_file()
        assert (unpacked / "tests" / chapter / f"{name}.py").is_file()
        assert (unpacked / "tests" / chapter / f"test_{name}.py").is_file()
    assert "grade.py --junit" in (unpacked / ".github" / "workflows" / "grade.yml").read_text("utf-8")


def test_it_works_as_it_stands(unpacked: Path) -> None:
    graded = grade_py(unpacked)
    assert graded.returncode == 1, graded.stderr
    assert f"0 of {len(MANIFEST.exercises)}" in graded.stdout
    assert grade_py(unpacked, "two_workers").returncode == 1


def test_its_selftest_passes_and_says_something(unpacked: Path) -> None:
    selftest = grade_py(unpacked, "selftest", "-q", "-p", "no:cacheprovider")
    assert selftest.returncode == 0, selftest.stdout[-3000:]
    passed = int(selftest.stdout.rpartition(" passed")[0].split()[-1])
    assert passed > 300


@pytest.mark.parametrize(
    "words",
    [
        ["verify"],
        ["verify", "two_workers"],
        ["diff", "two_workers"],
        ["--solutions"],
        ["two_workers", "--solutions"],
        ["trace", "two_workers", "--solution"],
    ],
    ids=" ".join,
)
def test_what_needs_references_ends_in_one_sentence(unpacked: Path, words: list[str]) -> None:
    refused: subprocess.CompletedProcess[str] = grade_py(unpacked, *words)
    assert refused.returncode == 2
    assert refused.stdout == ""
    [sentence] = refused.stderr.splitlines()
    assert sentence.endswith(".") and "reference" in sentence


def test_equal_handouts_are_equal_byte_for_byte(tmp_path: Path) -> None:
    asked = parse(TWO, "assignment.toml", MANIFEST)
    for name in ("one.zip", "two.zip"):
        handout.write(asked, LAYOUT, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_folder_and_an_archive_hold_the_same(tmp_path: Path) -> None:
    asked = parse(TWO, "assignment.toml", MANIFEST)
    handout.write(asked, LAYOUT, tmp_path / "folder")
    handout.write(asked, LAYOUT, tmp_path / "kata.zip")
    with zipfile.ZipFile(tmp_path / "kata.zip") as archive:
        zipped = {name: archive.read(name) for name in archive.namelist()}
    places = [path for path in (tmp_path / "folder").rglob("*") if path.is_file()]
    assert zipped == {path.relative_to(tmp_path / "folder").as_posix(): path.read_bytes() for path in places}


def test_an_assignment_hands_out_its_exercises_alone(tmp_path: Path) -> None:
    handed = {file.path: file.content for file in handout.files(parse(TWO, "a.toml", MANIFEST), LAYOUT)}
    assert "exercises/ch02_tasks/two_workers.py" in handed
    assert "exercises/ch02_tasks/schedule_early.py" not in handed
    assert "tests/ch02_tasks/schedule_early.py" not in handed
    (tmp_path / "kata.toml").write_bytes(handed["exercises/kata.toml"])
    assert [exercise.name for exercise in load(tmp_path / "kata.toml").exercises] == [
        "two_workers",
        "task_group",
    ]


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "something").write_text("mine")
    for place in (tmp_path, tmp_path / "something"):
        with pytest.raises(UsageProblem, match="there already"):
            handout.write(everything(MANIFEST), LAYOUT, place)
