"""Watching without a screen: the verdict of every save as lines of text."""

import queue
import threading

from kata.front import terminal, words
from kata.front.page import Page
from kata.front.results import ExerciseResult
from kata.front.screens import failure, success
from kata.front.session import Session
from kata.front.watch import desk, saves


def watch(session: Session, name: str) -> None:
    """Print the verdict of this exercise, and then of each that is saved, until an interrupt."""
    layout = session.layout
    files = {one.name: layout.stub(one.chapter, one.name) for one in session.manifest.exercises}
    news: queue.SimpleQueue[desk.News] = queue.SimpleQueue()
    stop = threading.Event()
    with desk.Desk(session, news.put) as grader:

        def listen() -> None:
            for changed in saves.saves(layout.exercises, files, stop):
                for one in changed:
                    grader.grade(one)

        listener = threading.Thread(target=listen, daemon=True)
        listener.start()
        grader.grade(name)
        print(f"Watching {words.short_path(str(layout.exercises))}; Ctrl-C ends it.\n", flush=True)
        try:
            while True:
                _show(news.get())
        except KeyboardInterrupt:
            print(flush=True)
        finally:
            stop.set()
            listener.join(timeout=2)


def _show(news: desk.News) -> None:
    if isinstance(news, desk.Broken):
        print(terminal.of_stdout().line(news.sentence), flush=True)
    elif isinstance(news, desk.Graded):
        page = Page(terminal.of_stdout())
        add(page, news.result)
        page.print()
        print(flush=True)


def add(page: Page, result: ExerciseResult) -> None:
    """Add one verdict to a page, with its picture."""
    if result["verdict"] == "passed":
        success.add(page, result, [], picture=True)
    else:
        failure.add(page, result, [])
