"""Answers that try to earn what they have not: each gets a verdict with a reason, and leaves nothing behind.

The families of tricks are those that other graders fell for. Each file of `cheats/` says what it tries. Code in the
process of the recorder that works out the whole right trace from the inputs and writes it down is none of them: no
recorder in the same process can tell it from an answer that does the work.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kata.judge.verdict import VERDICTS
from kata.layout import Layout
from kata.manifest import load

from . import strangers
from .strangers import Cheat, cheats, judged

LAYOUT = Layout()
WORKERS = 2
KNOWN = load(LAYOUT.manifest)

Results = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def aftermath(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Results, list[str]]]:
    """All results, the references' at last, and a sentence for everything that has changed meanwhile."""
    strangers.must_have_a_sandbox()
    answers = [
        {"exercise": cheat.exercise, "path": str(cheat.path), "owner": cheat.name} for cheat in cheats()
    ]
    reference = LAYOUT.reference("ch02_tasks", "two_workers")
    for number in range(WORKERS):  # the last answer of each judge
        path = tmp_path_factory.mktemp("reference") / f"{number}.py"
        path.write_bytes(reference.read_bytes())
        answers.append({"exercise": "two_workers", "path": str(path), "owner": f"~reference {number}"})
    with strangers.nothing_left_behind(tmp_path_factory.mktemp("scratch")) as changes:
        results = judged(answers, workers=WORKERS)
    yield results, changes


def test_there_are_cheats_of_every_kind() -> None:
    assert len(cheats()) >= 60
    for cheat in cheats():
        assert cheat.exercise in KNOWN, f"{cheat.name} is an answer to no exercise"
        assert cheat.verdicts and set(cheat.verdicts) <= set(VERDICTS), f"{cheat.name} names no verdict"
        assert "passed" not in cheat.verdicts


@pytest.mark.timeout(1000)  # a busy machine; idle, it takes a minute
@pytest.mark.parametrize("cheat", cheats(), ids=lambda cheat: cheat.name)
def test_no_cheat_earns_anything_and_each_is_told_why(
    aftermath: tuple[Results, list[str]], cheat: Cheat
) -> None:
    result = aftermath[0][str(cheat.path)]
    # On a busy machine what comes to an end anywhere else may be stopped for want of time.
    assert result["verdict"] in (*cheat.verdicts, "timeout"), result["diagnosis"]
    why = result["diagnosis"]
    assert why and why.isprintable() and len(why) < 1_500
    assert "Traceback" not in why and "the test could not go on" not in why


@pytest.mark.timeout(1000)
def test_the_reference_that_comes_after_them_passes(aftermath: tuple[Results, list[str]]) -> None:
    verdicts = {Path(path).name: result["verdict"] for path, result in aftermath[0].items()}
    assert {verdicts[f"{number}.py"] for number in range(WORKERS)} == {"passed"}


@pytest.mark.timeout(1000)
def test_no_cheat_leaves_a_process_or_a_file_behind(aftermath: tuple[Results, list[str]]) -> None:
    assert not aftermath[1]
