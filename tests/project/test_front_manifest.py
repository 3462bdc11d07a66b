"""The manifest: what it yields, and one clear sentence for each way in which it can be wrong."""

import copy

import pytest

from kata.layout import ROOT, Layout
from kata.manifest import ManifestError, load, nearest, parse

GOOD = {
    "schema": "asyncio-kata/manifest/1",
    "chapter": [
        {
            "id": "ch02_tasks",
            "title": "Tasks",
            "exercise": [
                {
                    "name": "two_workers",
                    "title": "Two workers",
                    "difficulty": 1,
                    "points": 10,
                    "hints": ["a"],
                },
                {"name": "to_thread", "title": "Leave", "difficulty": 2, "points": 10, "clock": "wall"},
            ],
        }
    ],
}


def broken(*path, value):
    data = copy.deepcopy(GOOD)
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data


EXERCISE = ("chapter", 0, "exercise", 0)


def test_a_good_manifest_is_read_in_order():
    manifest = parse(GOOD)
    assert [exercise.name for exercise in manifest.exercises] == ["two_workers", "to_thread"]
    assert manifest["two_workers"].clock == "virtual"
    assert manifest["to_thread"].clock == "wall"
    assert manifest["two_workers"].chapter == manifest.chapters[0].id == "ch02_tasks"
    assert manifest.chapters[0].number == 2
    assert "two_workers" in manifest
    assert "three_workers" not in manifest
    with pytest.raises(KeyError):
        manifest["three_workers"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (broken("schema", value="2"), 'kata.toml must begin with schema = "asyncio-kata/manifest/1".'),
        (broken("chapter", value=[]), "kata.toml has no [[chapter]]."),
        (broken("chapter", 0, value=3), "kata.toml: chapter 1 must be a table."),
        (broken("chapter", 0, "id", value="tasks"), 'chapter 1 id must look like ch02_tasks, not "tasks".'),
        (broken("chapter", 0, "exercise", value=[]), "chapter ch02_tasks has no [[chapter.exercise]]."),
        (
            broken("chapter", 0, "titel", value="x"),
            'chapter 1 has an unknown key "titel", did you mean title?',
        ),
        (broken("chapter", 0, "title", value=""), "chapter ch02_tasks needs a title, as text."),
        (broken(*EXERCISE, "name", value="two workers"), 'must be a Python name like two_workers, not "two'),
        (broken(*EXERCISE, "name", value="to_thread"), 'there are two exercises called "to_thread".'),
        (
            broken(*EXERCISE, "difficulty", value=6),
            "two_workers needs difficulty, a whole number from 1 to 5.",
        ),
        (broken(*EXERCISE, "points", value=True), "two_workers needs points, a whole number from 1 to 1000."),
        (broken(*EXERCISE, "hints", value="one"), "exercise two_workers hints must be a list of texts."),
        (broken(*EXERCISE, "heavy", value="yes"), "exercise two_workers heavy must be true or false."),
        (broken(*EXERCISE, "needs", value="pytest"), "exercise two_workers needs must be a list of texts."),
        (broken(*EXERCISE, "hint_for", value=["a"]), "two_workers hint_for must be a table of texts."),
        (broken(*EXERCISE, "hint_for", value={"late": 3}), "two_workers hint_for must be a table of texts."),
        (broken(*EXERCISE, "hint_for", value={" ": "x"}), "two_workers hint_for must be a table of texts."),
        (broken(*EXERCISE, "clock", value="real"), 'exercise two_workers clock must be "virtual" or "wall".'),
        (broken(*EXERCISE, "hint", value=[]), 'unknown key "hint", did you mean hints?'),
    ],
)
def test_each_mistake_gets_its_sentence(data, sentence):
    with pytest.raises(ManifestError) as caught:
        parse(data)
    assert sentence in str(caught.value)


def test_a_hint_is_found_by_a_part_of_the_diagnosis():
    hints = {"too  late": "one", "late": "two"}
    exercise = parse(broken(*EXERCISE, "hint_for", value=hints))["two_workers"]
    assert exercise.fitting_hint("it came too\nlate by 1 s") == "one"
    assert exercise.fitting_hint("late") == "two"
    assert exercise.fitting_hint("early") is None
    assert exercise.fitting_hint(None) is None


def test_a_manifest_that_is_no_toml_says_where(tmp_path):
    (tmp_path / "kata.toml").write_text("schema = \n")
    with pytest.raises(ManifestError, match=r"kata.toml is not valid TOML: .*line 1"):
        load(tmp_path / "kata.toml")


def test_a_manifest_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ManifestError, match="cannot be read: No such file"):
        load(tmp_path / "kata.toml")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("two_worker", "two_workers"),
        ("TWO-WORKERS", "two_workers"),
        ("to_tread", "to_thread"),
        ("two", "two_workers"),
        ("xyz", None),
    ],
)
def test_the_nearest_name_is_found(word, meant):
    assert nearest(word, ["two_workers", "to_thread"]) == meant


def test_the_projects_own_manifest_is_good_and_its_files_are_there():
    layout = Layout()
    assert layout.root == ROOT
    for exercise in load(layout.manifest).exercises:
        chapter, name = exercise.chapter, exercise.name
        for path in (
            layout.stub(chapter, name),
            layout.scenarios(chapter, name),
            layout.visible_tests(chapter, name),
        ):
            assert path.is_file(), path
