"""The page: what it says, that it needs nothing else, that nothing in it can act, and that everybody can use it."""

import itertools
import json
import os
import re
import stat
from collections import Counter
from html.parser import HTMLParser

import pytest

from kata.front import cli
from tests.project import chromium
from tests.project.front_project import (
    CHAPTERS,
    JUDGE,
    call,
    failed,
    make_project,
    one_test,
    places,
    says,
    span,
    trace,
    write,
)

EVIL = "</pre><script>document.title='got you'</script><img src=x onerror=\"alert(1)\">&amp; \x1b[2J\x00\u202egnihsif"
VOID = {"meta", "input", "br", "img", "link", "rect", "line", "circle", "path"}


class Page(HTMLParser):
    """A page as tags with their attributes, and as its text."""

    def __init__(self, source):
        super().__init__()
        self.source = source
        self.tags, self.open, self.misplaced, self.texts = [], [], [], []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if tag == "dt":
            self.texts.append(" ")
        if not self.open or self.open.pop() != tag:
            self.misplaced.append((tag, self.getpos()))

    def handle_data(self, data):
        if not (self.open and self.open[-1] == "style"):
            self.texts.append(data)

    @property
    def text(self):
        return " ".join("".join(self.texts).split())

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def stuck(**keys):
    stopped = trace(
        ending="deadlock",
        calls=[call(end=None, ending="running")],
        spans=[span("milk", 0, 1), span("bread", 1, None), span(EVIL, 0.5, 2, "cancelled")],
        stuck=[{"coroutine": "main", "task": "main", "waits": "queue.get()", "where": places(line=2)}],
        output="printed this\n" + EVIL,
    )
    diagnosis = "main waits for ever"
    test = one_test(verdict="deadlock", message=diagnosis, trace=stopped)
    others = [
        one_test("test_the_other"),
        one_test("test_fine", outcome="passed", verdict="passed", hidden=True),
    ]
    return {"verdict": "deadlock", "diagnosis": diagnosis, "tests": [test, *others]} | keys


@pytest.fixture
def layout(tmp_path):
    layout = make_project(tmp_path / "a project")
    write(
        layout.stub("ch01_start", "entry_point"), says(tests=[one_test(outcome="passed", verdict="passed")])
    )
    write(
        layout.stub("ch02_tasks", "two_workers"), says("An answer.", **stuck()) + "# <b>bold</b>\nawait x\n"
    )
    return layout


@pytest.fixture
def file(tmp_path):
    return tmp_path / "out.html"


@pytest.fixture
def page(layout, file):
    def made(*argv):
        assert cli.run([*argv, "--html", str(file), "--seed", "7"], layout, JUDGE) in (0, 1)
        return Page(file.read_text(encoding="utf-8"))

    return made


# ------------------------------------------------------------------------------------------- what it says


def test_it_says_how_far_one_has_come(page):
    text = page().text
    assert "1 of 3 passed · 5 of 25 points" in text
    assert "2 Tasks and scheduling 0 percent 0 of 2 0 of 20" in text
    assert "clock virtual seed 7" in text


def test_it_says_of_each_exercise_what_happened(page):
    text = page().text
    assert "entry_point passed 5 of 5 points Start a loop" in text
    assert "to_thread not started yet 0 of 10 points Leave the loop" in text
    told = text[text.index("two_workers deadlock 0 of 10") :]
    for part in (
        "main waits for ever",
        "test the longer job sets the total",
        "call main(worker)",
        "with jobs = {'milk': 1, 'bread': 2}",
        "expected 2 observed 3",
        "stuck main waits for queue.get() two_workers.py:2",
        "Printed printed this",
        "The answer",
        "# <b>bold</b>",
        "Other tests that failed the other",
        "1 of 3 tests passed",
        "fine hidden",
    ):
        assert part in told, part


def test_the_line_of_the_answer_on_which_it_waits_is_marked_and_linked(page):
    made = page()
    (marked,) = [one for one in made.all("span") if "pointed" in (one.get("class") or "")]
    assert marked["id"] == "answer-two_workers-2"
    assert {"href": "#answer-two_workers-2"} in made.all("a")
    assert "← stuck" in made.text


def test_failures_are_open_and_the_rest_is_closed(page):
    opened = [attributes for attributes in page().all("details") if "class" not in attributes]
    assert ["open" in one for one in opened] == [False, True, False]
    assert ["open" in one for one in page("entry_point").all("details") if "class" not in one] == [True]


def test_every_picture_is_there_twice_under_ids_of_its_own(page):
    made = page()
    pictures = [one["id"] for one in made.all("svg")]
    assert "timeline-two_workers-0-wide" in pictures
    assert "timeline-two_workers-0-narrow" in pictures
    assert "timeline-entry_point-0-wide" in pictures


def test_an_answer_that_is_not_there_is_on_the_page_too(page, layout):
    layout.stub("ch02_tasks", "two_workers").unlink()
    made = page("two_workers")
    assert "two_workers refused 0 of 10 points" in made.text
    assert "there is no file" in made.text
    assert "Code of two_workers.py" not in [one.get("aria-label") for one in made.all("div")]


def test_code_that_is_no_python_and_no_text_is_shown_all_the_same(page, layout):
    path = layout.stub("ch02_tasks", "two_workers")
    path.write_text(says(**failed("no Python")) + "def f(:\n\t'open\n", encoding="utf-8")
    assert "def f(:" in page("two_workers").text
    path.write_bytes(
        b"\xef\xbb\xbf#SAY {}\r\nx = 1\r\n\xff\xfe = 2" if os.name == "nt" else b"x = 1\r\n# \xc3\xa4\r\n"
    )
    assert "x = 1" in page("two_workers").text


# ------------------------------------------------------------------------------------------ what it may do


def test_it_needs_no_network_and_no_other_file(page):
    made = page()
    for tag, attributes in made.tags:
        assert tag not in {"script", "link", "iframe", "object", "embed", "base", "form", "img"}
        for name, value in attributes.items():
            assert not name.startswith("on")
            if name in {"href", "src", "action", "data", "xlink:href"}:
                assert value.startswith("#")
    style = "".join(re.findall(r"<style>(.*?)</style>", made.source, re.DOTALL))
    assert "@import" not in style and "@font-face" not in style and "http" not in style
    assert set(re.findall(r"url\((.)", made.source)) <= {"#"}
    (policy,) = [
        one["content"] for one in made.all("meta") if one.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_every_text_of_an_answer_is_text(page, layout):
    test = one_test(
        "test_" + EVIL, message=EVIL, call=EVIL, expected=EVIL, observed=EVIL, inputs={EVIL: EVIL}
    )
    found = [{"text": EVIL, "where": places(source=EVIL, file=EVIL, function=EVIL)}]
    test["trace"] = trace(output=EVIL, warnings=found, spans=[span(EVIL, 0, 3)], calls=[call(EVIL)])
    answer = says(**failed(EVIL, tests=[test, test | {"name": EVIL}]))
    write(layout.stub("ch02_tasks", "two_workers"), answer + f"\n# {EVIL}\nx = '''{EVIL}'''\n")
    made = page("two_workers")
    assert not {"script", "img"} & {tag for tag, _ in made.tags}
    assert made.misplaced == [] and made.open == []
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e]", made.source)
    assert "\\e[2J\\0\\u202egnihsif" in made.text


def test_it_is_replaced_as_a_whole(page, file, layout, monkeypatch, capsys):
    page()
    before = file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o644

    def fails(*paths):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fails)
    assert cli.run(["--from", str(layout.solutions), "--html", str(file)], layout, JUDGE) == 2
    assert capsys.readouterr().err == f"{file} cannot be written: No space left on device.\n"
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == ["out.html"]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (
            "/no/such/folder/out.html",
            "/no/such/folder/out.html cannot be written: there is no folder /no/such/folder.",
        ),
        ("/", "Invalid value for '--html': File '/' is a directory. Help: python3 grade.py --help"),
    ],
)
def test_a_place_where_nothing_can_be_written_is_a_sentence(layout, capsys, path, sentence):
    assert cli.run(["--html", path], layout, JUDGE) == 2
    assert capsys.readouterr().err == f"{sentence}\n"


# ------------------------------------------------------------------------------------------- the commands


def test_report_grades_the_learners_answers_and_says_where_the_page_is(layout, capsys, monkeypatch):
    monkeypatch.chdir(layout.root)
    assert cli.run(["report"], layout, JUDGE) == 1
    out = capsys.readouterr().out
    assert "1 of 3 passed" in out
    assert " page  .kata/report.html\n" in out
    assert "two_workers" in layout.page.read_text(encoding="utf-8")


def test_report_takes_another_place(layout, capsys, file):
    assert cli.run(["report", str(file)], layout, JUDGE) == 1
    assert f" page  {file}\n" in capsys.readouterr().out
    assert file.is_file() and not layout.page.exists()


def test_report_goes_to_the_current_folder_where_the_project_cannot_be_written(layout, tmp_path, monkeypatch):
    (layout.root / ".kata").write_text("in the way")
    monkeypatch.chdir(tmp_path)
    assert cli.run(["report"], layout, JUDGE) == 1
    assert (tmp_path / "report.html").is_file()


def test_json_stays_json(layout, capsys, file):
    cli.run(["--json", "--html", str(file)], layout, JUDGE)
    assert json.loads(capsys.readouterr().out)["schema"]
    assert file.is_file()


# ------------------------------------------------------------------------------------------ for everybody


def test_it_is_well_formed_and_every_id_is_there_once(page):
    made = page()
    assert made.misplaced == [] and made.open == []
    ids = [attributes["id"] for _, attributes in made.tags if "id" in attributes]
    assert [one for one, times in Counter(ids).items() if times > 1] == []
    referred = [one["href"][1:] for one in made.all("a")]
    for _, attributes in made.tags:
        referred += (attributes.get("aria-labelledby") or "").split()
    referred += re.findall(r"url\(#(.*?)\)", made.source)
    assert set(referred) <= set(ids)


def test_it_has_landmarks_headings_and_names(page):
    made = page()
    assert made.all("html") == [{"lang": "en"}]
    assert [len(made.all(tag)) for tag in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    assert made.all("a")[0] == {"class": "skip", "href": "#exercises"}
    levels = [int(tag[1]) for tag, _ in made.tags if re.fullmatch(r"h\d", tag)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all("scope" in attributes for attributes in made.all("th"))
    for attributes in made.all("div"):
        if "scroll" in (
            attributes.get("class") or ""
        ):  # what scrolls can be reached by keyboard, and has a name
            assert (
                attributes["tabindex"] == "0" and attributes["role"] == "region" and attributes["aria-label"]
            )
    assert all(one["role"] == "img" and one["aria-labelledby"] for one in made.all("svg"))


# ----------------------------------------------------------------------------------------- a real browser


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(page, file, width, dark):
    page()
    script = "document.querySelectorAll('details').forEach(one => one.open = true);"
    script += "const found = await axe.run();"
    script += "return JSON.stringify(found.violations.map(one => [one.id, one.impact, one.nodes[0].html]));"
    assert json.loads(chromium.asked(file, script, width=width, dark=dark, also=chromium.axe())) == []


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_it_fits_the_width(page, file, layout, width):
    write(layout.stub("ch02_tasks", "two_workers"), says(**stuck(diagnosis="x" * 500)) + "y = 1 +" * 100)
    page()
    script = "document.querySelectorAll('details').forEach(one => one.open = true);"
    script += "return JSON.stringify([innerWidth, document.documentElement.scrollWidth]);"
    assert json.loads(chromium.asked(file, script, width=width)) == [width, width]


def test_the_code_stands_beside_what_happened_or_below_it(page, file):
    page()
    script = (
        "const box = name => document.querySelector('#exercise-two_workers ' + name).getBoundingClientRect();"
    )
    script += "const [seen, code] = [box('.seen'), box('.code')];"
    script += "return JSON.stringify([code.left >= seen.right, code.top >= seen.bottom,"
    script += "getComputedStyle(document.querySelector('.narrow')).display]);"
    assert json.loads(chromium.asked(file, script, width=1280)) == [True, False, "none"]
    assert json.loads(chromium.asked(file, script, width=390)) == [False, True, "block"]


def test_dark_is_dark_and_light_is_light(page, file):
    page()
    script = "return getComputedStyle(document.body).backgroundColor;"
    assert chromium.asked(file, script) == "rgb(246, 248, 250)"
    assert chromium.asked(file, script, dark=True) == "rgb(13, 17, 23)"


def test_what_has_passed_can_be_hidden(page, file):
    page()
    script = "document.getElementById('show-waiting').click();"
    script += "const shown = [...document.querySelectorAll('article')].filter(one => one.checkVisibility());"
    script += "return shown.map(one => one.id);"
    assert chromium.asked(file, script) == "exercise-two_workers,exercise-to_thread"


def test_nothing_in_it_acts(layout, page, file):
    write(
        layout.stub("ch02_tasks", "two_workers"),
        says(**failed(EVIL, tests=[one_test(message=EVIL)])) + f"# {EVIL}\n",
    )
    page()
    dom = chromium.run("--virtual-time-budget=2000", "--dump-dom", file.as_uri())
    assert "<title>asyncio kata: 1 of 3 passed</title>" in dom
    assert "<script" not in dom and CHAPTERS.keys() <= set(re.findall(r'id="exercise-(\w+)"', dom))
