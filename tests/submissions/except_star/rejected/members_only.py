"""Believes that the members of a group are the errors, and never groups.

verdict: failed
diagnosis: 1 of 3 ValueErrors reported: a group can hold groups, at any depth
"""


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ValueError as group:
        on_value_errors([error for error in group.exceptions if isinstance(error, ValueError)])
    return None
