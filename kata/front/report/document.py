"""The page as HTML. Every text that comes from an answer is made harmless here, in one place, and then escaped."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kata.front import atomic, safe_text, svg_style, timeline, timeline_svg
from kata.front.errors import UsageProblem
from kata.front.report import contents
from kata.front.results import Results
from kata.front.timeline import Timeline
from kata.manifest import Manifest

_HERE = Path(__file__).parent
_WIDE, _NARROW = 66, 38  # columns of a picture beside the code, and on a phone
_MOST_ROWS = 24


def document(outcome: Results, manifest: Manifest, when: datetime) -> str:
    """The page about the results of one grading."""
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (_HERE / "report.css").read_text(encoding="utf-8")
    return environment.get_template("report.html").render(
        page=contents.contents(outcome, manifest, when),
        style=Markup(svg_style.of_page() + style),
        picture=_picture,
    )


def write(outcome: Results, manifest: Manifest, file: Path) -> None:
    """Write the page. UsageProblem when the file cannot be written."""
    text = document(outcome, manifest, datetime.now())
    try:
        atomic.replace(file, text.encode())
    except OSError as error:
        raise UsageProblem(f"{file} cannot be written: {error.strerror}.") from None


def _harmless(value: object) -> object:
    """What the template shows in the place of a value: a line that hides and moves nothing."""
    return value if isinstance(value, Markup) else safe_text.line(value)


def _picture(trace: Mapping[str, Any], identity: str, title: str) -> Mapping[str, str]:
    """The timeline twice, of which a page shows one: "wide" and "narrow". Or the "sentence" that stands for it."""
    drawn: dict[str, str] = {}
    for kind, width in (("wide", _WIDE), ("narrow", _NARROW)):
        plan = timeline.layout(trace, width, _MOST_ROWS)
        if plan.sentence:
            return {"sentence": plan.sentence}
        plan = _without_notes(plan) if kind == "narrow" else plan
        svg = timeline_svg.draw([("", plan)], title, f"timeline-{identity}-{kind}", alone=False)
        drawn[kind] = Markup(svg)  # it escapes what it writes
    return drawn


def _without_notes(plan: Timeline) -> Timeline:
    """The plan with their room given to the plot: on a phone they would be cut to a few letters."""
    rows = tuple(replace(row, note="") for row in plan.rows)
    return replace(plan, rows=rows, plot_width=plan.plot_width + plan.note_width, note_width=0)
