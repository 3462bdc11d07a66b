"""Canvas and Moodle get the table back that they exported, with one column filled in."""

import csv
import io
from pathlib import Path

import pytest

from kata.front.classroom import lms
from kata.front.classroom.gradebook import NOT_GRADED, Page
from kata.front.classroom.lms import Export
from kata.front.classroom.overview import Mark, Row
from kata.front.classroom.roster import Student
from kata.front.classroom.sheet import cell
from kata.front.errors import UsageProblem

CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Week 3 (811),Week 3 bonus (812),Final Score\n"
    "    Points Possible,,,,,20,5,(read only)\n"
    '"Doe, Jane",123,S1,jdoe,A,,,77\n'
    '"Roe, Rob",124,S2,rroe,A,EX,1,50\n'
    '"Poe, Pia",125,S3,ppoe,B,3,-2,\n'
    '"Student, Test",999,,x9,A,,,\n'
)
MOODLE_DE = (
    "\ufeffID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Beste Bewertung,Bewertung änderbar,Feedback\r\n"
    'Teilnehmer/in71,Jane Doe,jane@school.example,Abgegeben,-,"20,00",Ja,\r\n'
    'Teilnehmer/in72,Rob Roe,rob@school.example,Keine,"5,00","20,00",Ja,gut\r\n'
)


def row(student: Student, earned: float, *, missing: bool = False, verdict: str = "failed") -> Row:
    mark = Mark("two_workers", "Two workers", verdict, None, earned)
    return Row(Page(student, missing=missing), earned, 20, (mark,))


JANE = Student("s1", "Jane Doe", ("s1", "Jane Doe", "jane@school.example"))
ROB = Student("s2", "Rob Roe", ("s2", "Rob Roe"))
PIA = Student("s3", "Pia Poe", ("s3",))


def file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "exported.csv"
    path.write_text(text, "utf-8", newline="")
    return path


def table(content: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def filled(export: Export, *rows: Row) -> list[list[str]]:
    return table(lms.fill(export, rows).content)


def test_canvas_gets_its_column_and_keeps_everything_else(tmp_path: Path) -> None:
    export = lms.canvas(file(tmp_path, CANVAS), "Week 3")
    now = filled(export, row(JANE, 17.5), row(ROB, 0, missing=True), row(PIA, 9))
    before = table(CANVAS.encode())
    before[2][5] = "17.5"
    before[4][5] = "9"
    assert now == before  # Rob, who handed in nothing, stays excused; nobody's is the row of the test student
    assert export.most == 20


def test_the_report_says_who_is_not_there(tmp_path: Path) -> None:
    export = lms.canvas(file(tmp_path, CANVAS), "week 3 (811)")
    stranger = Student("zoe", "Zoe Zap")
    came = lms.fill(export, [row(JANE, 1), row(stranger, 2)])
    assert (came.grades, came.lost) == (1, ("Zoe Zap",))
    assert came.left == ("Roe, Rob", "Poe, Pia", "Student, Test")
    said = "\n".join(came.sentence(export, Path("canvas.csv"), 25))
    assert "Canvas has 20 points for it, this class 25" in said


@pytest.mark.parametrize(
    ("title", "sentence"),
    [("Week 4", 'no column "Week 4"'), ("Student", 'no column "Student"')],
)
def test_without_the_column_canvas_gets_nothing(tmp_path: Path, title: str, sentence: str) -> None:
    with pytest.raises(UsageProblem, match=sentence):
        lms.canvas(file(tmp_path, CANVAS), title)


def test_two_columns_of_one_title_have_to_be_told_apart(tmp_path: Path) -> None:
    path = file(tmp_path, CANVAS.replace("Week 3 bonus (812)", "Week 3 (812)"))
    with pytest.raises(UsageProblem, match="several such columns"):
        lms.canvas(path, "Week 3")
    assert lms.canvas(path, "Week 3 (812)").column == 6


def test_an_answer_that_could_not_be_graded_leaves_the_cell_alone(tmp_path: Path) -> None:
    export = lms.canvas(file(tmp_path, CANVAS), "Week 3")
    assert filled(export, row(PIA, 0, verdict=NOT_GRADED))[4][5] == "3"


def test_who_fits_two_students_is_nobody(tmp_path: Path) -> None:
    export = lms.canvas(file(tmp_path, CANVAS), "Week 3")
    login = Student("jdoe", "Another")
    assert filled(export, row(JANE, 5), row(login, 7))[2][5] == ""


def test_a_stranger_cannot_take_the_word_of_a_student(tmp_path: Path) -> None:
    export = lms.canvas(file(tmp_path, CANVAS), "Week 3")
    stranger = Student("Jane Doe", "Jane Doe", enrolled=False)
    assert filled(export, row(JANE, 5), row(stranger, 20))[2][5] == "5"


def test_moodle_speaks_the_language_of_its_site(tmp_path: Path) -> None:
    export = lms.moodle(file(tmp_path, MOODLE_DE), None)
    rob = Student("rr", "R.", ("72", "Participant 72"))
    content = lms.fill(export, [row(JANE, 17.5), row(rob, 3)]).content
    before = table(MOODLE_DE.encode())
    before[1][4], before[2][4] = "17,5", "3"
    assert table(content) == before
    assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\r\n") == 3
    assert export.most == 20


def test_moodles_column_is_known_by_its_place_where_its_name_is_not(tmp_path: Path) -> None:
    path = file(tmp_path, MOODLE_DE.replace("Bewertung,Beste", "Arviointi,Paras"))
    assert lms.moodle(path, None).column == 4
    unknown = file(tmp_path, MOODLE_DE.replace("Bewertung,Beste", "Arviointi,Paras").replace('"20,00"', "?"))
    with pytest.raises(UsageProblem, match="--moodle-column"):
        lms.moodle(unknown, None)
    assert lms.moodle(unknown, "arviointi").column == 4
    with pytest.raises(UsageProblem, match='no column "Note"'):
        lms.moodle(unknown, "Note")


@pytest.mark.parametrize("text", ["", "a\n", "only one column\nx\n", '"broken\nx,y\n'])
def test_what_is_no_table_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageProblem):
        lms.canvas(file(tmp_path, text), "Week 3")


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    text = CANVAS.replace("jdoe,A", "jdoe,=cmd()").replace('"Roe, Rob"', "@Rob")
    now = filled(lms.canvas(file(tmp_path, text), "Week 3"), row(JANE, 1))
    assert now[2][4] == "'=cmd()" and now[3][0] == "'@Rob"
    assert [cell(value) for value in ("-", "-3.5", "+1", "-x", "+cmd()", "\tx", "plain")] == [
        *("-", "-3.5", "+1", "'-x", "'+cmd()", "'\tx", "plain"),
    ]
