"""Whoever handed something in is found, however the submissions came."""

import io
import zipfile
from pathlib import Path

import pytest

from kata.front.classroom.handed_in import HandedIn, collect
from kata.front.classroom.roster import Student, load, match
from kata.front.errors import UsageProblem

CHAPTERS = {"two_workers": "ch02_tasks", "schedule_early": "ch02_tasks", "entry_point": "ch01_coroutines"}


def put(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def zipped(files: dict[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return content.getvalue()


def found(path: Path) -> dict[str, HandedIn]:
    return {one.key: one for one in collect(path, CHAPTERS, lambda content: content.decode())}


def answers(path: Path) -> dict[str, dict[str, str]]:
    return {key: one.answers for key, one in found(path).items()}


def test_a_folder_of_folders(tmp_path: Path) -> None:
    put(
        tmp_path,
        {"alice/ch02_tasks/two_workers.py": "A", "bob/two_workers.py": "B", "bob/entry_point.py": "E"},
    )
    assert answers(tmp_path) == {
        "alice": {"two_workers": "A"},
        "bob": {"two_workers": "B", "entry_point": "E"},
    }


def test_a_folder_of_archives(tmp_path: Path) -> None:
    put(tmp_path, {"alice.zip": zipped({"homework/two_workers.py": "A"}), "bob.zip": b"not a zip"})
    assert answers(tmp_path) == {"alice": {"two_workers": "A"}, "bob": {}}
    assert "cannot be read" in found(tmp_path)["bob"].ignored[0][1]


def test_an_archive_in_a_students_folder_is_opened_once(tmp_path: Path) -> None:
    inner = zipped({"two_workers.py": "A", "more.zip": zipped({"entry_point.py": "E"})})
    put(tmp_path, {"alice/all.zip": inner})
    assert answers(tmp_path) == {"alice": {"two_workers": "A"}}
    assert found(tmp_path)["alice"].ignored == [
        ("all.zip/more.zip", "an archive inside an archive is not opened")
    ]


def test_single_files_with_the_students_name_before_or_after(tmp_path: Path) -> None:
    put(tmp_path, {"two_workers_alice.py": "A", "bob_two_workers.py": "B", "bob_entry_point.py": "E"})
    assert answers(tmp_path) == {
        "alice": {"two_workers": "A"},
        "bob": {"two_workers": "B", "entry_point": "E"},
    }


def test_what_canvas_gives(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "doejane_123_456_two_workers.py": "old",
            "doejane_123_457_two_workers-1.py": "new",
            "doejane_LATE_123_458_entry_point.py": "E",
            "roejohn_124_459_homework.zip": zipped({"two_workers.py": "R"}),
        },
    )
    assert answers(tmp_path) == {
        "doejane_123": {"two_workers": "new", "entry_point": "E"},
        "roejohn_124": {"two_workers": "R"},
    }
    assert found(tmp_path)["doejane_123"].late


def test_what_moodle_gives(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "Jane Doe_7654_assignsubmission_file_/two_workers.py": "A",
            "John_Roe_7655_assignsubmission_file_two_workers.py": "B",
        },
    )
    assert answers(tmp_path) == {
        "Jane Doe_7654": {"two_workers": "A"},
        "John_Roe_7655": {"two_workers": "B"},
    }


def test_one_archive_of_everything_with_a_folder_around_it(tmp_path: Path) -> None:
    whole = zipped({"week3/alice/two_workers.py": "A", "week3/bob/two_workers.py": "B"})
    put(tmp_path, {"all.zip": whole})
    assert answers(tmp_path / "all.zip") == {"alice": {"two_workers": "A"}, "bob": {"two_workers": "B"}}


def test_of_two_files_the_one_in_its_chapter_counts_and_the_other_is_listed(tmp_path: Path) -> None:
    put(tmp_path, {"alice/two_workers.py": "draft", "alice/ch02_tasks/two_workers.py": "A"})
    assert answers(tmp_path) == {"alice": {"two_workers": "A"}}
    assert [place for place, _ in found(tmp_path)["alice"].ignored] == ["two_workers.py"]


def test_everything_else_is_ignored_and_listed(tmp_path: Path) -> None:
    put(tmp_path, {"alice/conftest.py": "", "alice/asyncio.py": "", "alice/__MACOSX/two_workers.py": "x"})
    alice = found(tmp_path)["alice"]
    assert alice.answers == {}
    assert [place for place, _ in alice.ignored] == ["asyncio.py", "conftest.py"]


def test_nothing_at_all_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    put(tmp_path, {"a.txt": ""})
    for path in (tmp_path / "empty", tmp_path / "nowhere", tmp_path / "a.txt"):
        with pytest.raises(UsageProblem):
            collect(path, CHAPTERS, bytes.decode)


# The roster.


def roster(tmp_path: Path, text: str) -> list[Student]:
    return load(put(tmp_path, {"roster.csv": text}) / "roster.csv")


def test_submissions_find_their_students_by_any_word(tmp_path: Path) -> None:
    students = roster(tmp_path, "id,name,canvas\ns1,Jané Doe,123\ns2,John Roe,124\ns3,Ann Poe,125\n")
    handed_in = [
        HandedIn("doejane_123", ("123", "doejane")),
        HandedIn("John Roe_7", ("7", "Participant 7", "John Roe")),
    ]
    handed_in.append(HandedIn("mallory", ("mallory",)))
    pairs = [(student.id, one and one.key) for student, one in match(handed_in, students)]
    assert pairs == [("s1", "doejane_123"), ("s2", "John Roe_7"), ("s3", None), ("mallory", "mallory")]
    assert [student.enrolled for student, _ in match(handed_in, students)] == [True, True, True, False]


def test_a_word_that_two_students_share_names_neither(tmp_path: Path) -> None:
    students = roster(tmp_path, "id,name\ns1,Jane Doe\ns2,Jane Doe\n")
    pairs = match([HandedIn("Jane Doe", ("Jane Doe",))], students)
    assert [(student.id, one and one.key) for student, one in pairs] == [
        ("s1", None),
        ("s2", None),
        ("Jane Doe", "Jane Doe"),
    ]


def test_of_two_submissions_of_one_student_the_fuller_counts(tmp_path: Path) -> None:
    students = roster(tmp_path, "id,name\ns1,Jane Doe\n")
    one = HandedIn("jane doe", ("jane doe",), {"two_workers": "a"})
    two = HandedIn("s1", ("s1",), {"two_workers": "b", "entry_point": "c"})
    [(_, counted)] = match([one, two], students)
    assert counted is two
    assert two.ignored == [("jane doe/two_workers.py", "s1 is of the same student")]


@pytest.mark.parametrize("text", ["name\nJane\n", "id\na\na\n", ""])
def test_a_roster_that_cannot_be_used_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageProblem):
        roster(tmp_path, text)


def test_folders_of_students_are_harmless_names() -> None:
    hostile = ["../../etc", "a/b", "", "CON:", "x" * 500, "=cmd()", "a\nb", "."]
    folders = [Student(identity, "").folder for identity in hostile]
    assert all(
        set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
        for name in folders
    )
    assert all(name.strip(".") and len(name) < 80 for name in folders)
    assert len(set(folders)) == len(hostile)
    assert Student("s01", "").folder == "s01"
