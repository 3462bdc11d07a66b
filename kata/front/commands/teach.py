"""The commands of a teacher."""

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kata.front import terminal
from kata.front.commands.options import SETTINGS
from kata.front.errors import UsageProblem
from kata.front.session import Session

if TYPE_CHECKING:
    from kata.front.classroom.assignment import Assignment
    from kata.front.classroom.batch import Entry
    from kata.front.classroom.cluster import Cluster
    from kata.front.classroom.gradebook import Book
    from kata.front.classroom.outputs import Wanted
    from kata.front.classroom.store import Store

_PATH = click.Path(path_type=Path)


def _exports(command: Callable[..., int]) -> Callable[..., int]:
    """The options for what is written beside feedback, overview and grades.csv."""
    options = (
        click.option(
            "--canvas",
            type=_PATH,
            metavar="CSV",
            help="Fill in the gradebook exported from Canvas: DIR/canvas.csv.",
        ),
        click.option(
            "--canvas-column", metavar="TITLE", help="The assignment's title in Canvas, if it is another one."
        ),
        click.option(
            "--moodle",
            type=_PATH,
            metavar="CSV",
            help="Fill in the grading worksheet of Moodle: DIR/moodle.csv.",
        ),
        click.option("--moodle-column", metavar="TITLE", help="The column of grades, if it is not found."),
        click.option(
            "--gradescope", is_flag=True, help="Also students/ID/gradescope.json (results.json there)."
        ),
        click.option("--classroom50", is_flag=True, help="Also students/ID/classroom50.json."),
        click.option("--junit", is_flag=True, help="Also students/ID/junit.xml."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command(context_settings=SETTINGS)
@click.argument("place", type=_PATH, metavar="[DIR]", required=False)
@click.option(
    "--assignment", "assigned", type=_PATH, metavar="FILE", help="What is to be done (assignment.toml)."
)
@click.option(
    "--gradescope",
    "autograder",
    type=_PATH,
    metavar="ZIP",
    help="An autograder for Gradescope, with hidden tests.",
)
@click.pass_obj
def handout(session: Session, /, place: Path | None, assigned: Path | None, autograder: Path | None) -> int:
    """Write what students get: a folder, or an archive if the name ends in .zip.

    Stubs, lessons, visible tests and the grader; no references, no hidden tests, no submissions.
    """
    from kata.front.classroom import autograder as autograders
    from kata.front.classroom import handout as handouts
    from kata.front.words import count

    if place is None and autograder is None:
        raise UsageProblem("Say where the handout goes: handout DIR, or handout NAME.zip.")
    asked = _assignment(session, assigned)
    screen = terminal.of_stdout()
    exercises = count(len(asked.exercises), "exercise")
    if place is not None:
        number = handouts.write(asked, session.layout, place)
        print(screen.line(f"{exercises} in {count(number, 'file')}: {place}"))
    if autograder is not None:
        autograders.write(asked, session.layout, autograder)
        print(
            screen.line(f"{exercises} with hidden tests, for Gradescope and not for students: {autograder}")
        )
    return 0


@click.command(context_settings=SETTINGS)
@click.argument("submissions", type=_PATH)
@click.option(
    "-o", "--output", "folder", type=_PATH, required=True, metavar="DIR", help="Where everything goes."
)
@click.option(
    "--assignment", "assigned", type=_PATH, metavar="FILE", help="What was to be done (assignment.toml)."
)
@click.option(
    "--roster", type=_PATH, metavar="CSV", help="Who is in the class: a column id, and other words for each."
)
@click.option(
    "--no-sandbox", is_flag=True, help="Grade without a sandbox, and mark every result as unverified."
)
@click.option(
    "--dask", "address", metavar="ADDRESS", help="Grade on a Dask cluster: its scheduler, or slurm."
)
@click.option(
    "--dask-tls", type=_PATH, nargs=3, metavar="CA CERT KEY", help="Encrypt the connection with these files."
)
@_exports
@click.pass_obj
def classroom(
    session: Session,
    /,
    submissions: Path,
    folder: Path,
    assigned: Path | None,
    roster: Path | None,
    no_sandbox: bool,
    address: str | None,
    dask_tls: tuple[Path, Path, Path] | None,
    **exports: Any,
) -> int:
    """Grade a class: a folder or an archive of what students have handed in.

    Results are kept as they come: started again, it goes on where it stopped, and judges only what has changed.
    """
    from kata.front.classroom import gradebook, handed_in
    from kata.front.classroom import roster as rosters

    asked = _assignment(session, assigned)
    enrolled = rosters.load(roster) if roster else None
    wanted = _wanted(asked, folder, **exports)
    sandboxed = _sandboxed(session, no_sandbox)
    with _at_work_in(folder) as store:
        chapters = {one.name: one.exercise.chapter for one in asked.exercises}
        found = handed_in.collect(submissions, chapters, store.keep_answer)
        book = gradebook.open_book(asked, rosters.match(found, enrolled), sandboxed=sandboxed)
        with _cluster(address, dask_tls) as cluster:
            return _graded(session, book, store, folder, cluster, wanted)


@click.command("classroom regrade", context_settings=SETTINGS)
@click.argument("folder", type=_PATH, metavar="DIR")
@click.option("--assignment", "assigned", type=_PATH, metavar="FILE", help="The corrected assignment.")
@click.option("--apply", is_flag=True, help="Write the new results; without it they are only shown.")
@_exports
@click.pass_obj
def regrade(session: Session, /, folder: Path, assigned: Path | None, apply: bool, **exports: Any) -> int:
    """Judge a class again after a test, a point value or a diagnosis was corrected.

    The runs that were kept are judged; nobody's code runs, but where a scenario was changed. Shows what is otherwise
    now, student by student.
    """
    from kata.front.classroom import gradebook
    from kata.front.classroom import regrade as again
    from kata.front.screens import class_report

    screen = terminal.of_stdout()
    book = gradebook.load(folder / "class.json", session.manifest)
    asked = _assignment(session, assigned) if assigned else book.assignment
    wanted = _wanted(asked, folder, **exports)
    with _at_work_in(folder) as store:
        before = gradebook.former(folder, book)
        book.assignment = asked
        if book.sandboxed:
            _sandboxed(session, False)
        todo, _ = _judge(session, book, store)
        changes = list(again.changes(before, book, session.layout, store))
        class_report.show_changes(changes, again.played_again(todo, store), screen, applied=apply)
        if apply:
            for line in _write(session, book, store, folder, wanted):
                print(screen.line(line))
    return 0


def _assignment(session: Session, file: Path | None) -> "Assignment":
    from kata.front.classroom import assignment

    return assignment.load(file, session.manifest) if file else assignment.everything(session.manifest)


def _sandboxed(session: Session, no_sandbox: bool) -> bool:
    if no_sandbox:
        return False
    from kata.front.classroom import sandbox_there

    obstacle = sandbox_there.obstacle(session.layout)
    if obstacle:
        raise UsageProblem(
            f"Strangers' code is graded in a sandbox, and {obstacle}. "
            "With --no-sandbox it runs as you, and every result is marked as unverified."
        )
    return True


@contextlib.contextmanager
def _cluster(address: str | None, tls: tuple[Path, Path, Path] | None) -> "Iterator[Cluster | None]":
    if address is None:
        if tls:
            raise UsageProblem("--dask-tls goes with --dask ADDRESS.")
        yield None
        return
    from kata.front.classroom import cluster

    with cluster.connected(address, cluster.Tls(*tls) if tls else None) as connected:
        yield connected


@contextlib.contextmanager
def _at_work_in(folder: Path) -> "Iterator[Store]":
    """The store of a class, for one command at a time."""
    from kata.front.classroom.store import Store

    try:
        (folder / ".store").mkdir(parents=True, exist_ok=True)
        lock = open(folder / ".store" / "lock", "w")  # noqa: SIM115  # closed below, whatever happens
    except OSError as error:
        raise UsageProblem(f"{folder} cannot be written to: {error.strerror}.") from None
    with lock:
        with contextlib.suppress(ImportError):
            import fcntl

            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise UsageProblem(
                    f"Another grading is at work in {folder}: wait until it has ended."
                ) from None
        yield Store(folder / ".store")


def _judge(
    session: Session, book: "Book", store: "Store", cluster: "Cluster | None" = None
) -> tuple[tuple["Entry", ...], int]:
    from kata.front.classroom import batch
    from kata.front.screens.class_progress import ClassProgress

    entries = book.entries(session.layout, store)
    work = batch.plan(entries, store)
    with ClassProgress(terminal.of_stdout(), len(work.todo)) as progress:
        book.reasons = batch.run(
            work, store, session.layout, sandboxed=book.sandboxed, progress=progress, cluster=cluster
        )
    return work.todo, len(entries)


def _wanted(
    asked: "Assignment",
    folder: Path,
    *,
    canvas: Path | None,
    canvas_column: str | None,
    moodle: Path | None,
    moodle_column: str | None,
    **others: bool,
) -> "Wanted":
    """What is written besides; a table that cannot be filled in is refused before anything is graded."""
    from kata.front.classroom import lms, outputs

    if canvas_column and not canvas:
        raise UsageProblem("--canvas-column goes with --canvas CSV.")
    if moodle_column and not moodle:
        raise UsageProblem("--moodle-column goes with --moodle CSV.")
    tables = []
    if canvas:
        tables.append(lms.canvas(canvas, canvas_column or asked.title))
    if moodle:
        tables.append(lms.moodle(moodle, moodle_column))
    for table in tables:
        outputs.spare(table, folder)
    return outputs.Wanted(tuple(tables), **others)


def _graded(
    session: Session, book: "Book", store: "Store", folder: Path, cluster: "Cluster | None", wanted: "Wanted"
) -> int:
    from kata.front.screens import class_report

    began = time.perf_counter()
    todo, answers = _judge(session, book, store, cluster)
    exported = _write(session, book, store, folder, wanted)
    class_report.show(
        book,
        terminal.of_stdout(),
        folder,
        exported,
        judged=len(todo),
        answers=answers,
        seconds=time.perf_counter() - began,
    )
    return 1 if book.reasons else 0


def _write(session: Session, book: "Book", store: "Store", folder: Path, wanted: "Wanted") -> list[str]:
    from kata.front.classroom import outputs

    said = outputs.write(book, session.layout, store, folder, wanted)
    book.save(folder / "class.json")
    return said
