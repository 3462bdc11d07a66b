"""assignment.toml: what it can say, and the sentence for what it cannot."""

from pathlib import Path

import pytest

from kata.front.classroom.assignment import Assignment, everything, load, parse
from kata.front.errors import UsageProblem
from kata.layout import Layout
from kata.manifest import load as load_manifest

MANIFEST = load_manifest(Layout().manifest)


def read(tmp_path: Path, text: str) -> Assignment:
    file = tmp_path / "assignment.toml"
    file.write_text(text)
    return load(file, MANIFEST)


def test_without_one_it_is_every_exercise_for_its_own_points() -> None:
    all_of_it = everything(MANIFEST)
    assert [one.name for one in all_of_it.exercises] == [exercise.name for exercise in MANIFEST.exercises]
    assert all_of_it.points == sum(exercise.points for exercise in MANIFEST.exercises)
    assert all_of_it.credit == "whole"


def test_it_names_exercises_points_credit_and_what_is_shown(tmp_path: Path) -> None:
    asked = read(
        tmp_path,
        """
        title = "Week 3"
        credit = "tests"
        seed = 7
        [[exercise]]
        name = "two_workers"
        points = 4.5
        [[exercise]]
        name = "schedule_early"
        show = ["test_a"]
        """,
    )
    assert (asked.title, asked.credit, asked.seed_of("anybody"), asked.points) == ("Week 3", "tests", 7, 14.5)
    two_workers, schedule_early = asked.exercises
    assert two_workers.shows("test_x", hidden=False) and not two_workers.shows("test_x", hidden=True)
    assert schedule_early.shows("test_a", hidden=True) and not schedule_early.shows("test_x", hidden=False)


def test_each_student_may_have_a_seed_of_his_own(tmp_path: Path) -> None:
    asked = read(tmp_path, 'seed = "student"')
    assert asked.seed_of("alice") == asked.seed_of("alice") != asked.seed_of("bob")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("title = [", "not valid TOML"),
        ('[[exercise]]\nname = "two_worker"', "did you mean two_workers"),
        ('[[exercise]]\nname = "two_workers"\n[[exercise]]\nname = "two_workers"', "twice"),
        ('[[exercise]]\nname = "two_workers"\npoints = -1', "from 0 to"),
        ('[[exercise]]\nname = "two_workers"\npoint = 1', "did you mean points"),
        ("[[exercise]]\npoints = 1", "needs a name"),
        ('credit = "half"', '"whole" or "tests"'),
        ('show = "none"', '"visible" or "all"'),
        ("seed = -1", "whole number"),
        ("titel = 1", "did you mean title"),
        ("exercise = []", "at least one"),
    ],
)
def test_what_it_cannot_say_gets_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(UsageProblem, match=sentence):
        read(tmp_path, text)


def test_a_file_that_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="cannot be read"):
        load(tmp_path / "nowhere.toml", MANIFEST)


def test_what_was_read_can_be_read_again() -> None:
    data = {
        "title": "T",
        "credit": "whole",
        "seed": "student",
        "exercise": [{"name": "two_workers", "points": 1}],
    }
    assert parse(data, "class.json", MANIFEST).seed is None
