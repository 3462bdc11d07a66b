"""The commands of somebody who is learning, besides grading."""

import sys
from datetime import datetime
from pathlib import Path

import click

from kata.front import terminal
from kata.front.commands.options import SETTINGS, whole_number
from kata.front.errors import UsageProblem
from kata.front.session import Session


@click.command("list", context_settings=SETTINGS)
@click.pass_obj
def list_exercises(session: Session) -> None:
    """Show every chapter and exercise."""
    from kata.front.screens import exercise_list

    exercise_list.show(session.manifest, terminal.of_stdout())


@click.command(context_settings=SETTINGS)
@click.argument("name")
@click.argument("number", type=click.IntRange(min=1), required=False)
@click.option("--all", "every", is_flag=True, help="Show all hints.")
@click.pass_obj
def hint(session: Session, name: str, number: int | None, every: bool) -> None:
    """Show a hint: the one for what your code did last, or else the first; or the one of this NUMBER."""
    from kata.front import history
    from kata.front.screens import hints

    exercise = session.choose_one(name)
    diagnosis = history.read(session.layout.progress).of(exercise.name).diagnosis
    fitting = exercise.fitting_hint(diagnosis) is not None
    if not (exercise.hints or fitting):
        raise UsageProblem(
            f"There is no hint for {exercise.name} yet; its docstring states all that is tested."
        )
    if number and number > len(exercise.hints):
        raise UsageProblem(f"{exercise.name} has {hints.how_many(exercise)}, so there is no hint {number}.")
    numbers = [*([hints.FITTING] if fitting else []), *range(1, len(exercise.hints) + 1)]
    shown = numbers if every else [number or numbers[0]]
    hints.show(exercise, terminal.of_stdout(), shown, diagnosis)
    with history.changing(session.layout.progress) as past:
        for one in shown:
            past.of(exercise.name).hinted(one)


@click.command(context_settings=SETTINGS)
@click.argument("names", nargs=-1, metavar="NAME...")
@click.option("--all", "every", is_flag=True, help="Reset every exercise.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def reset(session: Session, names: tuple[str, ...], every: bool, yes: bool) -> None:
    """Go back to the stub, and keep a copy of your file."""
    from kata.front import stubs
    from kata.front.words import count, enumeration, short_path

    if bool(names) == every:
        raise UsageProblem("Say which exercise to reset, or --all for every one of them.")
    chosen = stubs.to_reset(session.choose(names), session.layout)
    if not chosen:
        click.echo("Nothing to reset: every one of these files is the stub already.")
        return
    what = enumeration([exercise.name for exercise in chosen]) if len(chosen) < 6 else ""
    agree(f"Reset {what or count(len(chosen), 'exercise')}? Your text is kept.", yes)
    for exercise in chosen:
        done = stubs.reset(exercise, session.layout, datetime.now())
        kept = f"; your text is in {short_path(str(done.kept))}" if done.kept else ""
        click.echo(f"{short_path(str(done.path))} is the stub again{kept}")


def agree(question: str, yes: bool) -> None:
    """Go on only if the user says so; UsageProblem where nobody can be asked."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageProblem("There is no terminal to ask you on: add --yes if you are sure.")
    if not click.confirm(question):
        click.echo("Then nothing was done.")
        raise click.exceptions.Exit(0)


@click.command(context_settings=SETTINGS)
@click.argument("name")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Run the answer in another folder, or another file.",
)
@click.option(
    "--seed", default="1", metavar="N", callback=whole_number, help="The seed of the inputs (default 1)."
)
@click.pass_obj
def run(session: Session, name: str, source: Path | None, seed: int) -> int:
    """Play your code in real time, so that print() and breakpoint() work.

    Plays what the first test plays, in the foreground and without limits, and says what happens when it happens.
    Exit codes: 0 it came to its end, 1 it raised, 2 wrong usage, 3 the grader itself failed.
    """
    from kata.front import answers, foreground, words

    exercise = session.choose_one(name)
    asked = (
        answers.from_path(source, [exercise], "wall")
        if source
        else answers.from_exercises([exercise], session.layout, "wall")
    )
    if not asked[0].path.is_file():
        raise UsageProblem(f"There is no file {asked[0].path}: reset {exercise.name} brings back its stub.")
    scene = foreground.first_scene(session.bench(), exercise, session.layout, seed)
    screen = terminal.of_stdout()
    given = screen.line(words.inputs(scene.inputs), 200)
    title = f"{exercise.name} {screen.glyphs.dot} {words.sentence(scene.test)}"
    click.echo(f"{click.style(title, bold=True)}, in real time; Ctrl-C ends it", color=screen.colour)
    click.echo(f"with {given}\n" if given else "")
    return foreground.play(scene, asked[0].path, session.layout.scenarios(exercise.chapter, exercise.name))


@click.command(context_settings=SETTINGS)
@click.argument("name")
@click.option("--with", "other", metavar="FILE", help="Compare with this accepted answer instead.")
@click.option("--yes", is_flag=True, help="Do not ask, though you have not passed yet.")
@click.pass_obj
def diff(session: Session, name: str, other: str | None, yes: bool) -> None:
    """Compare your code with the reference, after a pass.

    Shows how the reference differs from your code, and the names of other right answers with what each is good for.
    """
    from kata.front import comparison, history
    from kata.front.page import Page
    from kata.front.screens import comparison as screen

    exercise, layout = session.choose_one(name), session.layout
    model = comparison.accepted(exercise, layout, other) if other else comparison.reference(exercise, layout)
    difference = comparison.difference(layout.stub(exercise.chapter, exercise.name), model)
    entry = history.read(layout.progress).of(exercise.name)
    if not (entry.passed or entry.shown):
        agree(f"You have not passed {exercise.name} yet. Look at an answer all the same?", yes)
        with history.changing(layout.progress) as past:
            past.of(exercise.name).shown = True
    rest = [] if other else comparison.others(exercise, layout)
    page = Page(terminal.of_stdout())
    screen.add(page, exercise.name, model, difference, rest)
    page.print()


@click.command(context_settings=SETTINGS)
@click.argument("name", required=False)
@click.option("--plain", is_flag=True, help="Lines of text instead of a screen.")
@click.pass_obj
def watch(session: Session, name: str | None, plain: bool) -> None:
    """Grade on every save."""
    from kata.front.watch.standing import first_waiting, standing

    current = session.choose_one(name).name if name else first_waiting(standing(session))
    if plain or not (sys.stdin.isatty() and terminal.of_stdout().live):
        from kata.front.watch import plain as lines

        lines.watch(session, current)
    else:
        from kata.front.watch import app

        app.watch(session, current)
