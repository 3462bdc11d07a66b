"""Pages for a browser, from the templates beside this module.

Every text that a template is given is made harmless: one printable line, escaped for HTML.
"""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kata.front import safe_text, words


def render(template: str, **values: Any) -> bytes:
    """The page of this template with these values."""
    return _environment().get_template(template).render(**values).encode("utf-8", "backslashreplace")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kata.front.classroom"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    environment.filters["amount"] = words.amount
    environment.filters["count"] = words.count
    return environment


def _harmless(value: Any) -> Any:
    return safe_text.line(value) if isinstance(value, str) and not isinstance(value, Markup) else value
