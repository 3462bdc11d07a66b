"""Whether right answers pass whatever the seed is: the random inputs and the order inside one instant come from it.

Every reference and every accepted answer is graded with many seeds. Whether the wrong ones are refused, and with which
sentence, `grade.py verify --seed N` says.
"""

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from kata.front.answers import clock_for
from kata.front.judging import Answer, Bench
from kata.layout import Layout
from kata.manifest import Exercise

LAYOUT = Layout()


def main(seeds: int, exercises: Sequence[Exercise]) -> bool:
    """Prints a line for each exercise and one for each answer that was refused; whether none was."""
    print(f"Every reference and every accepted answer graded with {seeds} seeds")
    refused = 0
    for exercise in exercises:
        start, gradings, sentences = time.monotonic(), 0, []
        with tempfile.TemporaryDirectory() as folder, Bench(LAYOUT) as bench:
            answers = list(_answers(exercise, seeds, Path(folder)))
            for answer, line in bench.judge(answers, seed=0):
                gradings += 1
                if line["verdict"] != "passed":
                    name = answer.path.relative_to(folder).parts[0]
                    sentences.append(f"  {name}, seed {answer.seed}: {line['verdict']}: {line['diagnosis']}")
        print(
            f"{exercise.name:28}{gradings:7,} gradings{time.monotonic() - start:7.0f}s  {len(sentences)} refused"
        )
        print("\n".join(sentences), end="\n" * bool(sentences), flush=True)
        refused += len(sentences)
    return not refused


def _answers(exercise: Exercise, seeds: int, folder: Path) -> Iterator[Answer]:
    reference = LAYOUT.reference(exercise.chapter, exercise.name)
    for original in (reference, *LAYOUT.accepted(exercise.name)):
        for seed in range(1, seeds + 1):
            path = folder / original.stem / str(seed) / f"{exercise.name}.py"
            path.parent.mkdir(parents=True)
            shutil.copyfile(original, path)
            yield Answer(exercise.name, path, clock_for(exercise, "virtual"), seed=seed)
