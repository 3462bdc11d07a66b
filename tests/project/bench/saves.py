"""From a save to the verdict that `watch` draws, beside a cold `python -m pytest` on the same test, in turn."""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from kata.front.commands import COMMANDS
from kata.front.judging import Bench
from kata.front.session import Session
from kata.front.watch import desk
from kata.front.watch.app import Watch
from kata.layout import Layout

from ..kata_copy import copy_kata
from .side_by_side import seconds

NAME, CHAPTER = "two_workers", "ch02_tasks"
PAUSE = 1.5  # real seconds in which the next judge gets ready, as a learner leaves it


class Timed(Watch):
    """The screen, which tells when it has drawn a verdict."""

    drawn: asyncio.Event

    def on_watch_told(self, told: Watch.Told) -> None:
        super().on_watch_told(told)
        if isinstance(told.news, desk.Graded):
            self.call_after_refresh(self.drawn.set)


def main(rounds: int = 20) -> None:
    """Prints median and 95th percentile of both."""
    with tempfile.TemporaryDirectory() as folder:
        copy_kata(Path(folder))
        times = asyncio.run(_measure(Layout(Path(folder)), rounds))
    print(f"From a save of {NAME} to its verdict  ({rounds} rounds, in turn)")
    for name, values in times.items():
        latest = statistics.quantiles(values, n=20)[-1]
        print(f"{name:44} median {statistics.median(values):.3f} s   95% {latest:.3f} s")


async def _measure(layout: Layout, rounds: int) -> dict[str, list[float]]:
    answer = layout.stub(CHAPTER, NAME)
    texts = [layout.reference(CHAPTER, NAME).read_text(), layout.pristine(CHAPTER, NAME).read_text()]
    pytest = [sys.executable, "-m", "pytest", "-q", str(layout.visible_tests(CHAPTER, NAME))]
    times: dict[str, list[float]] = {"watch": [], "python -m pytest, cold": []}
    with Bench(layout) as bench:
        app = Timed(Session(layout, lambda: bench, COMMANDS), NAME)
        app.drawn = asyncio.Event()
        async with app.run_test(size=(120, 40)):
            await app.drawn.wait()
            for number in range(rounds):
                await asyncio.sleep(PAUSE)
                times["python -m pytest, cold"].append(await asyncio.to_thread(seconds, pytest, layout.root))
                app.drawn.clear()
                start = time.perf_counter()
                answer.write_text(f"{texts[number % 2]}\n# {number}\n")
                await app.drawn.wait()
                times["watch"].append(time.perf_counter() - start)
    return times
