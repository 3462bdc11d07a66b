"""What is written about a class: feedback that gives no hidden test away, a page for the teacher, files for others."""

import csv
import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.project.class_project import CHAPTER, EXERCISES, grade_py, hand_in, small_kata

HIDDEN_TEST = """

async def test_zanzibar_is_far_away(run, rng):
    numbers = [48271, 3]
    trace = await run("one_job", delay=0.4321, numbers=numbers)
    assert trace.result == 48274, "random_add must add up any numbers, Quagga or not"


async def test_ocelots_are_counted(run):
    trace = await run("one_job", delay=0.4321, numbers=[48271, 48272])
    assert trace.result == 96543, f"the sum of {[48271, 48272]} is not what the job gives back"


async def test_without_a_sentence(run):
    trace = await run("one_job", delay=0.4321, numbers=[48271])
    assert trace.result == 48271
"""
TOLD = "random_add must add up any numbers, Quagga or not"
SECRETS = (
    "48271",
    "48272",
    "48274",
    "96543",
    "0.4321",
    "zanzibar",
    "ocelot",
    "without a sentence",
    "without_a_sentence",
)
BELIEVES = (
    "import asyncio\n\n\nasync def random_add(delay, numbers):\n    await asyncio.sleep(1)\n    return 7\n\n\n"
    "def run_all(jobs):\n    return []\n"
)
CARRIES_OUT = (
    "import asyncio\n\n\nasync def random_add(delay, numbers):\n    await asyncio.sleep(delay)\n"
    "    if len(numbers) < 3 and numbers[0] > 9:\n        raise ValueError(f'the inputs are {delay} {numbers}')\n"
    "    return sum(numbers)\n\n\n"
    "def run_all(jobs):\n    async def main():\n        return [await random_add(*job) for job in jobs]\n"
    "    return asyncio.run(main())\n"
)
HOSTILE = "<script>alert(1)</script>\u202e&\"'"
QUOTED = HOSTILE.replace('"', '""')
ROSTER = f'id,name\nalice,Alice\nbob,"{QUOTED}"\ncarol,Carol\ndave,=Dave()\nerin,[x](http://y)\n'
CANVAS = (
    "Student,ID,SIS Login ID,Section,asyncio kata (5)\n"
    "    Points Possible,,,,20\nAlice,1,alice,A,\nZed,2,zed,A,4\n"
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_kata(tmp_path_factory.mktemp("outputs"))
    with (root / "tests" / CHAPTER / "test_entry_point_hidden.py").open("a", encoding="utf-8") as file:
        file.write(HIDDEN_TEST)
    return root


@pytest.fixture(scope="module")
def graded(root: Path) -> subprocess.CompletedProcess[str]:
    folder = root / "handed in"
    hand_in(folder, "alice", **{name: root / "solutions" / CHAPTER / f"{name}.py" for name in EXERCISES})
    hand_in(folder, "bob", entry_point=BELIEVES)
    (folder / "bob" / "<img src=x onerror=y>.txt").write_text("ignored")
    hand_in(folder, "carol", entry_point=CARRIES_OUT)
    hand_in(folder, "erin", entry_point=BELIEVES)
    hand_in(folder, "<b>stranger", entry_point="import os\nos._exit(0)\n")
    (root / "roster.csv").write_text(ROSTER, "utf-8")
    (root / "from canvas.csv").write_text(CANVAS, "utf-8")
    options = ["--no-sandbox", "--roster", root / "roster.csv", "--canvas", root / "from canvas.csv"]
    options += ["--gradescope", "--classroom50", "--junit"]
    done = grade_py(root, "classroom", folder, "-o", root / "out", *options)
    assert done.returncode == 0, done.stderr
    return done


def for_student(root: Path, student: str) -> dict[str, str]:
    """Every file of a student's that the student may get."""
    folder = root / "out" / "students" / student
    return {path.name: path.read_text("utf-8") for path in folder.iterdir() if path.name != "result.json"}


def result(root: Path, student: str) -> dict[str, dict[str, object]]:
    outcome = json.loads((root / "out" / "students" / student / "result.json").read_text())
    return {exercise["name"]: exercise for exercise in outcome["exercises"]}


@pytest.mark.usefixtures("graded")
@pytest.mark.parametrize("student", ["alice", "bob", "carol", "erin"])
def test_nothing_of_a_hidden_test_but_its_sentence_is_told(root: Path, student: str) -> None:
    tests = root / "tests" / CHAPTER
    hidden = {line.strip() for path in tests.glob("*_hidden.py") for line in path.read_text().splitlines()}
    public = {
        line.strip()
        for path in tests.glob("*.py")
        if "_hidden" not in path.name
        for line in path.read_text().splitlines()
    }
    code = {
        line for line in hidden - public if len(line) >= 20 and line[0] != '"'
    }  # a sentence alone is told
    names = set(re.findall(r"test_\w+", "\n".join(hidden))) - set(re.findall(r"test_\w+", "\n".join(public)))
    names -= {name for name in names if name.startswith(tuple(f"test_{one}" for one in EXERCISES))}
    assert "test_zanzibar_is_far_away" in names
    files = for_student(root, student)
    assert set(files) == {"feedback.md", "feedback.html", "gradescope.json", "classroom50.json", "junit.xml"}
    for file, text in files.items():
        for secret in [*SECRETS, *code, *names, *(name[5:].replace("_", " ") for name in names)]:
            assert secret.lower() not in text.lower(), (file, secret)


@pytest.mark.usefixtures("graded")
def test_the_secrets_were_there_to_be_told(root: Path) -> None:
    for student in ("bob", "carol"):
        all_of_it = json.dumps(result(root, student))
        assert all(secret in all_of_it for secret in ("48271", "0.4321", "zanzibar"))
    assert "the inputs are 0.4321 [48271" in json.dumps(result(root, "carol"))


@pytest.mark.usefixtures("graded")
def test_the_sentence_of_a_hidden_test_is_told(root: Path) -> None:
    files = for_student(root, "bob")
    assert (
        TOLD in files["feedback.md"] and TOLD in files["feedback.html"] and TOLD in files["gradescope.json"]
    )


@pytest.mark.usefixtures("graded")
def test_a_visible_test_is_told_in_full(root: Path) -> None:
    files = for_student(root, "bob")
    shown = [test for test in result(root, "bob")["entry_point"]["tests"] if not test["hidden"]]  # type: ignore[attr-defined]
    failed = next(test for test in shown if test["outcome"] == "failed" and test["expected"])
    assert failed["name"].removeprefix("test_").replace("_", " ") in files["feedback.md"]
    for name in ("call", "expected", "observed"):
        assert f"    {name:<10}{failed[name]}" in files["feedback.md"]
    assert "<svg" in files["feedback.html"] and "seconds   " in files["feedback.md"]


class _Page(HTMLParser):
    """What a browser would make of a page: its elements, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.usefixtures("graded")
def test_what_was_not_handed_in_is_named_and_not_talked_about(root: Path) -> None:
    missing = [name for name in EXERCISES if name != "entry_point"]
    files = for_student(root, "bob")
    assert missing
    for name in missing:
        assert f"`{name}`" in files["feedback.md"].partition("## Not handed in")[2]
        assert f"<code>{name}</code>" in files["feedback.html"]
        assert f'id="{name}"' not in files["feedback.html"]
    assert "## ✗ `entry_point`" in files["feedback.md"]
    assert "refused" not in files["feedback.md"] + files["feedback.html"]
    assert "Not handed in" not in for_student(root, "alice")["feedback.md"]


@pytest.mark.usefixtures("graded")
def test_hostile_names_and_texts_are_shown_and_do_nothing(root: Path) -> None:
    overview = (root / "out" / "overview.html").read_text("utf-8")
    for page, scripts in [(overview, 1), (for_student(root, "bob")["feedback.html"], 0)]:
        parsed = _Page(page)
        tags = [tag for tag, _ in parsed.tags]
        assert tags.count("script") == scripts and "img" not in tags
        assert not any(name.startswith("on") for _, attributes in parsed.tags for name in attributes)
        assert "<script>alert(1)</script>\\u202e&\"'" in parsed.text
        assert "\u202e" not in page
        assert "<img src=x onerror=y>.txt" in parsed.text
    markdown = for_student(root, "bob")["feedback.md"]
    assert "\\<script\\>" in markdown and "<script" not in markdown.replace("\\<script", "")
    assert "\\[x\\](http\\://y)" in for_student(root, "erin")["feedback.md"]


@pytest.mark.usefixtures("graded")
def test_pages_need_nothing_but_themselves_and_links_lead_somewhere(root: Path) -> None:
    out = root / "out"
    for file in [out / "overview.html", *out.glob("students/*/feedback.html")]:
        parsed = _Page(file.read_text("utf-8"))
        ids = [attributes["id"] for _, attributes in parsed.tags if "id" in attributes]
        assert len(ids) == len(set(ids))
        for tag, attributes in parsed.tags:
            assert "src" not in attributes and tag not in ("link", "iframe", "form")
            href = attributes.get("href")
            if href:
                assert href[1:] in ids if href[0] == "#" else (file.parent / href).is_file()


@pytest.mark.usefixtures("graded")
def test_the_overview_says_what_to_talk_about_and_what_needs_a_look(root: Path) -> None:
    text = " ".join(_Page((root / "out" / "overview.html").read_text("utf-8")).text.split())
    assert "6 students, of whom 1 handed in nothing" in text
    assert "Graded without a sandbox" in text
    assert "2×" in text  # Bob and Erin believe the same
    assert "Not on the roster (1)" in text and "<b>stranger" in text
    assert "Files that did not count (1)" in text
    hardest = text[text.index("the hardest first") :]
    assert hardest.index("entry_point") < hardest.index("coroutine_object")


@pytest.mark.usefixtures("graded")
def test_gradescope_shows_a_test_for_each_exercise_and_the_total(root: Path) -> None:
    data = json.loads(for_student(root, "alice")["gradescope.json"])
    assert [test["score"] for test in data["tests"]] == [5, 5, 10]
    assert data["score"] == sum(test["score"] for test in data["tests"])
    assert {test["visibility"] for test in data["tests"]} == {"visible"}
    assert {test["status"] for test in data["tests"]} <= {"passed", "failed"}


@pytest.mark.usefixtures("graded")
def test_classroom_50_gets_its_schema(root: Path) -> None:
    data = json.loads(for_student(root, "bob")["classroom50.json"])
    assert data["schema"] == "classroom50/result/v1"
    assert (data["owner"], data["score"], data["max-score"]) == ("bob", 0, 20)
    assert [test["test-name"] for test in data["tests"]] == list(EXERCISES)


@pytest.mark.usefixtures("graded")
def test_junit_has_a_case_for_each_test(root: Path) -> None:
    suites = ElementTree.fromstring(for_student(root, "bob")["junit.xml"])
    assert [suite.get("name") for suite in suites] == list(EXERCISES)
    assert suites.find("testsuite[@name='entry_point']/testcase[@name='hidden test 1']") is not None


def test_the_table_of_canvas_is_filled_in_beside_the_others(
    root: Path, graded: subprocess.CompletedProcess[str]
) -> None:
    with (root / "out" / "canvas.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert [row[4] for row in rows[1:]] == ["20", "20", "4"]
    assert (root / "from canvas.csv").read_text("utf-8") == CANVAS
    assert "Canvas: 1 grade in" in graded.stdout and "rows left as they were: Zed" in graded.stdout


@pytest.mark.usefixtures("graded")
def test_no_table_is_written_over_the_teachers_own(root: Path) -> None:
    own = root / "out" / "canvas.csv"
    before = own.read_bytes()
    refused = grade_py(
        root, "classroom", root / "handed in", "-o", root / "out", "--no-sandbox", "--canvas", own
    )
    assert refused.returncode == 2 and "written over" in refused.stderr
    assert own.read_bytes() == before


def test_options_that_go_with_another_need_it(root: Path, tmp_path: Path) -> None:
    for option in ("--canvas-column", "--moodle-column"):
        refused = grade_py(root, "classroom", tmp_path, "-o", tmp_path / "out", option, "x")
        assert refused.returncode == 2 and "goes with" in refused.stderr
