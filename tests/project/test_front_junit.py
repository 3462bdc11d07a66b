"""The results as JUnit XML."""

from xml.etree import ElementTree

import pytest

from kata.front import cli
from tests.project.front_project import JUDGE, failed, make_project, one_test, says, write


@pytest.fixture
def layout(tmp_path):
    return make_project(tmp_path)


@pytest.fixture
def junit(layout, tmp_path, capsys):
    def run(*argv):
        code = cli.run([*argv, "--junit", str(tmp_path / "out.xml")], layout, JUDGE)
        return code, ElementTree.parse(tmp_path / "out.xml").getroot()

    return run


def test_a_case_a_test_and_a_suite_an_exercise(junit, layout):
    tests = [one_test(), one_test("test_other", outcome="passed", verdict="passed")]
    write(layout.stub("ch02_tasks", "two_workers"), says(**failed("one by one", tests=tests)))
    code, root = junit("two_workers", "--seed", "7")
    assert code == 1
    assert (root.tag, root.get("tests"), root.get("failures"), root.get("errors")) == (
        "testsuites",
        "2",
        "1",
        "0",
    )
    (suite,) = root
    assert suite.get("name") == "two_workers"
    assert {p.get("name"): p.get("value") for p in suite.iter("property")}["seed"] == "7"
    first, second = suite.findall("testcase")
    assert first.get("classname") == "ch02_tasks.two_workers"
    failure = first.find("failure")
    assert failure.get("message") == one_test()["message"]
    assert failure.get("type") == "failed"
    assert failure.text == "call: main(worker)\nexpected: 2\nobserved: 3"
    assert list(second) == []


def test_what_was_not_played_is_no_success(junit, layout):
    layout.stub("ch01_start", "entry_point").unlink()
    root = junit()[1]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("3", "2", "1")
    refused = root.find("testsuite[@name='entry_point']/testcase/error")
    assert refused.get("type") == "refused"


def test_what_xml_cannot_say_is_escaped(junit, layout):
    evil = "\x1b[2J\x00<&>\ud800 ü"
    test = one_test(evil, message=evil, call=evil, expected=evil, observed=evil)
    write(layout.stub("ch02_tasks", "two_workers"), says(**failed(evil, tests=[test])))
    failure = junit("two_workers")[1].find("testsuite/testcase/failure")
    assert failure.get("message") == "\\e[2J\\0<&>\\ud800 ü"


def test_a_file_that_cannot_be_written_is_a_sentence(layout, capsys):
    assert cli.run(["--junit", "/no/such/folder/out.xml"], layout, JUDGE) == 2
    assert (
        capsys.readouterr().err == "/no/such/folder/out.xml cannot be written: No such file or directory.\n"
    )
