"""The characters that screens draw with: one table for terminals that have them, one in ASCII."""

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One character for each thing to draw; ``ellipsis``, ``dot`` and ``next`` may be longer."""

    # a screen
    passed: str
    failed: str
    unfinished: str
    bar: str
    bar_rest: str
    quote: str
    ellipsis: str
    dot: str
    next: str
    rule: str
    star: str
    star_rest: str
    # the time axis
    axis: str
    axis_start: str
    axis_tick: str
    axis_end: str
    axis_cancel: str
    guide: str
    # a worker's row
    work: str
    work_start: str
    work_end: str
    work_joint: str
    instant: str
    cancelled: str
    cleanup: str
    raised: str
    open: str
    event: str
    # the row of the learner's call, and of the loop
    call: str
    call_start: str
    returned: str
    blocked: str


UNICODE = Glyphs(
    passed="✓",
    failed="✗",
    unfinished="○",
    bar="█",
    bar_rest="░",
    quote="▌",
    ellipsis="…",
    dot="·",
    next="→",
    rule="─",
    star="●",
    star_rest="○",
    axis="─",
    axis_start="├",
    axis_tick="┼",
    axis_end="┤",
    axis_cancel="▼",
    guide="┊",
    work="━",
    work_start="┣",
    work_end="┫",
    work_joint="╋",
    instant="◆",
    cancelled="╳",
    cleanup="≈",
    raised="!",
    open="▶",
    event="•",
    call="┄",
    call_start="├",
    returned="●",
    blocked="▒",
)

ASCII = Glyphs(
    passed="+",
    failed="x",
    unfinished="o",
    bar="#",
    bar_rest=".",
    quote="|",
    ellipsis="...",
    dot="-",
    next="->",
    rule="-",
    star="*",
    star_rest=".",
    axis="-",
    axis_start="|",
    axis_tick="+",
    axis_end="|",
    axis_cancel="v",
    guide=":",
    work="=",
    work_start="[",
    work_end="]",
    work_joint="|",
    instant="#",
    cancelled="x",
    cleanup="~",
    raised="!",
    open=">",
    event="o",
    call=".",
    call_start="|",
    returned="@",
    blocked="%",
)


def glyphs_for(encoding: str | None, environment: Mapping[str, str] = os.environ) -> Glyphs:
    """The table for an output of this encoding; ASCII too when the user's locale is the bare "C".

    Python itself writes UTF-8 under LANG=C, but the terminal of a user who chose it may not show that.
    """
    if _bare_locale(environment):
        return ASCII
    every = "".join(getattr(UNICODE, name) for name in Glyphs.__slots__)
    try:
        every.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return UNICODE


def _bare_locale(environment: Mapping[str, str]) -> bool:
    chosen = environment.get("LC_ALL")
    if not chosen and environment.get("LC_CTYPE") != "C.UTF-8":  # which Python sets by itself under LANG=C
        chosen = environment.get("LC_CTYPE")
    return (chosen or environment.get("LANG")) in ("C", "POSIX")
