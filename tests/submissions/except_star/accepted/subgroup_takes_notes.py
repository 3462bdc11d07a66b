"""Lets subgroup walk the tree: it asks for each member, and the answer takes notes."""

import asyncio


async def triage(work, on_value_errors):
    async def inner():
        found = []

        def note(e):
            if not isinstance(e, ExceptionGroup) and isinstance(e, ValueError):
                found.append(e)
            return False

        try:
            return await work()
        except* ValueError as g:
            g.subgroup(note)
            on_value_errors(found)

    return await inner()
