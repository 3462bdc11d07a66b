"""Runs main and listens to nobody.

verdict: failed
diagnosis: Python warns of that when the object dies
"""

import asyncio
from dataclasses import dataclass, field


@dataclass
class Report:
    result: object = None
    error: BaseException | None = None
    never_awaited: list[str] = field(default_factory=list)
    never_retrieved: list[BaseException] = field(default_factory=list)
    slow_steps: int = 0
    leftover_tasks: list[str] = field(default_factory=list)


def diagnose(main, *, slow=0.1):
    try:
        return Report(result=asyncio.run(main()))
    except Exception as error:
        return Report(error=error)
