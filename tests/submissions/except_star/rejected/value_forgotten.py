"""Awaits the work and forgets its value.

verdict: failed
diagnosis: triage must return what the work returns
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        await work()
    except* ValueError as group:
        on_value_errors(leaves(group))
