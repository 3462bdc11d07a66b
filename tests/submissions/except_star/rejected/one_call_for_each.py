"""Calls the handler for each ValueError.

verdict: failed
diagnosis: on_value_errors must be called once, with all the ValueErrors, not 3 times
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ValueError as group:
        for error in leaves(group):
            on_value_errors([error])
    return None
