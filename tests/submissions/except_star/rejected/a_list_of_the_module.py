"""Believes that one list will do if it is emptied when a call begins.

verdict: failed
diagnosis: two calls at the same time got into one another: one of them reported errors of another call
"""

found = []


def collect(error):
    if isinstance(error, BaseExceptionGroup):
        for member in error.exceptions:
            collect(member)
    else:
        found.append(error)


async def triage(work, on_value_errors):
    found.clear()
    try:
        return await work()
    except* ValueError as group:
        collect(group)
        on_value_errors(found)
