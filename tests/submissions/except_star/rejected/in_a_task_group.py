"""Runs the work in a TaskGroup, which puts its error into one more group.

verdict: failed
diagnosis: the rest came out in one group more than there was
"""

import asyncio


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        async with asyncio.TaskGroup() as tasks:
            task = tasks.create_task(work())
    except* ValueError as group:
        on_value_errors(leaves(group))
        return_value = None
    else:
        return_value = task.result()
    return return_value
