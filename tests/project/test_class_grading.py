"""What the judge of one job of a batch is asked."""

from collections.abc import Iterator
from typing import Any

import pytest

from kata.front.classroom import grading, version
from kata.front.classroom.grading import Job, Work
from kata.front.judging import Bench
from kata.layout import Layout


@pytest.mark.parametrize("sandboxed", [True, False])
def test_it_counts_on_one_processor_since_the_others_have_judges_too(
    monkeypatch: pytest.MonkeyPatch, sandboxed: bool
) -> None:
    asked: dict[str, Any] = {}

    def judge_in_one(bench: Bench, answers: list[Any], seed: int, **wishes: Any) -> Iterator[Any]:
        asked.update(wishes, answers=[(answer.exercise, answer.path.read_bytes()) for answer in answers])
        return iter(())

    monkeypatch.setattr(Bench, "judge_in_one", judge_in_one)
    work = Work("key", "runs", "ann", "two_workers", 7, b"content", None)
    assert list(grading.grade(Job((work,), sandboxed, version.of_everything(Layout())))) == []
    wishes = {"sandboxed": sandboxed, "keep": True, "processors": 1}
    assert asked == {**wishes, "answers": [("two_workers", b"content")]}
