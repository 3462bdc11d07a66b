"""The results as JUnit XML, which test panels and CI servers read: a suite an exercise, a case a test.

An exercise without any test (no file, an untouched stub) is one case, so that it is never taken for a success.
"""

from pathlib import Path
from xml.etree import ElementTree

from kata.front import safe_text, words
from kata.front.errors import UsageProblem
from kata.front.results import ExerciseResult, Results, TestResult

_NOT_AN_ASSERTION = {"refused", "error", "tampered"}


def document(outcome: Results) -> bytes:
    """The results of one grading as an XML document."""
    root = ElementTree.Element("testsuites", name="asyncio kata", time=f"{outcome['seconds']:.3f}")
    for exercise in outcome["exercises"]:
        root.append(_suite(exercise, outcome))
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, 0)) for suite in root)))
    ElementTree.indent(root)
    xml: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def write(outcome: Results, file: Path) -> None:
    """Write the document. UsageProblem when the file cannot be written."""
    try:
        file.write_bytes(document(outcome))
    except OSError as error:
        raise UsageProblem(f"{file} cannot be written: {error.strerror}.") from None


def _suite(exercise: ExerciseResult, outcome: Results) -> ElementTree.Element:
    suite = ElementTree.Element("testsuite", name=exercise["name"], time=f"{exercise['seconds']:.3f}")
    properties = ElementTree.SubElement(suite, "properties")
    about = {
        "verdict": exercise["verdict"],
        "earned": words.amount(exercise["earned"]),
        "points": str(exercise["points"]),
        **{key: str(outcome[key]) for key in ("clock", "seed", "python", "kata")},
    }
    for name, value in about.items():
        ElementTree.SubElement(properties, "property", name=name, value=value)
    for test in exercise["tests"]:
        _add_case(suite, exercise, test)
    if not exercise["tests"]:
        case = _case(suite, exercise, exercise["name"])
        _add_failure(case, exercise["verdict"], exercise["diagnosis"])
    suite.set("tests", str(len(suite.findall("testcase"))))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))
    suite.set("skipped", "0")
    return suite


def _case(suite: ElementTree.Element, exercise: ExerciseResult, name: str) -> ElementTree.Element:
    class_name = f"{exercise['chapter']}.{exercise['name']}"
    return ElementTree.SubElement(suite, "testcase", classname=class_name, name=_clean(name), time="0")


def _add_case(suite: ElementTree.Element, exercise: ExerciseResult, test: TestResult) -> None:
    case = _case(suite, exercise, test["name"])
    if test["outcome"] != "passed":
        shown = [
            f"{name}: {_clean(test[name])}"
            for name in ("call", "expected", "observed")
            if test[name] is not None
        ]
        _add_failure(case, test["verdict"], test["message"], "\n".join(shown))


def _add_failure(case: ElementTree.Element, verdict: str, message: str | None, details: str = "") -> None:
    kind = "error" if verdict in _NOT_AN_ASSERTION else "failure"
    failure = ElementTree.SubElement(case, kind, type=verdict, message=_clean(message or verdict))
    failure.text = details or None


def _clean(text: object) -> str:
    """XML has no control characters at all, not even escaped."""
    return safe_text.line(text)
