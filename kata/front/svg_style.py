"""How the picture of a timeline looks: colours for a light and a dark page, and the patterns.

``ID`` stands for the id of the picture, so that several pictures in one page do not meet.
"""

IN_A_PAGE = "timeline"
"""The class of pictures that stand in a page, which has their style once for all of them."""

STYLE = """
#ID { --paper: #ffffff; --ink: #1f2328; --faint: #6a737d; --line: #d0d7de; --work: #2f6fb5; --stop: #9a6700;
  --error: #c5221f; --open: #7b3fb5; --band: #c5221f; color: var(--ink);
  font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
@media (prefers-color-scheme: dark) {
  #ID { --paper: #0d1117; --ink: #e6edf3; --faint: #9198a1; --line: #3d444d; --work: #58a0e8; --stop: #e0b040;
    --error: #ff7b72; --open: #c297ff; --band: #ff7b72; }
}
#ID text { fill: currentColor; white-space: pre; }
#ID .heading { font-weight: bold; }
#ID .tick, #ID .note, #ID .key { fill: var(--faint); }
#ID .tick, #ID .key { font-size: 12px; }
#ID .paper { fill: var(--paper); }
#ID .axis { stroke: var(--faint); }
#ID .guide { stroke: var(--line); stroke-dasharray: 1 3; }
#ID .wait { stroke: var(--faint); stroke-width: 2; stroke-dasharray: 3 4; }
#ID .edge { stroke: var(--faint); stroke-width: 2; }
#ID .returned { fill: var(--paper); stroke: var(--ink); stroke-width: 2; }
#ID .work { fill: var(--work); stroke: var(--work); }
#ID .work.cancelled { fill: var(--stop); fill-opacity: .35; stroke: var(--stop); }
#ID .work.raised { fill: var(--error); fill-opacity: .35; stroke: var(--error); }
#ID .work.open { fill: var(--open); fill-opacity: .35; stroke: var(--open); stroke-dasharray: 5 3; }
#ID .cleanup { stroke: var(--stop); stroke-dasharray: 2 2; }
#ID .cleanup-ink { fill: var(--stop); }
#ID .blocked { stroke: var(--error); }
#ID .blocked-ink { stroke: var(--error); stroke-width: 2.5; }
#ID .band { fill: var(--band); fill-opacity: .09; }
#ID .moment { fill: var(--work); stroke: var(--paper); }
#ID .event { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
#ID .cross { stroke: var(--stop); stroke-width: 2.5; fill: none; }
#ID .halo { stroke: var(--paper); stroke-width: 6; fill: none; }
#ID .raised-mark { fill: var(--error); stroke: var(--paper); }
#ID .bang { stroke: var(--paper); stroke-width: 2; fill: none; }
#ID .arrow { fill: var(--open); }
#ID .cancel { fill: var(--stop); }
#ID .cancels { stroke: var(--stop); stroke-dasharray: 4 3; }
"""

DEFINITIONS = """<defs>
<pattern id="ID-blocked" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<line class="blocked-ink" x1="0" y1="0" x2="0" y2="6"/></pattern>
<pattern id="ID-cleanup" width="6" height="6" patternUnits="userSpaceOnUse">
<circle class="cleanup-ink" cx="1.5" cy="1.5" r="1.2"/><circle class="cleanup-ink" cx="4.5" cy="4.5" r="1.2"/></pattern>
</defs>"""


def of_page() -> str:
    """The style of all pictures of a page."""
    return STYLE.replace("#ID", f".{IN_A_PAGE}")
