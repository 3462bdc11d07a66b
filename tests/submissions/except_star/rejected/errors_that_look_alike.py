"""Believes that two errors with the same text are one.

verdict: failed
diagnosis: 1 of 3 ValueErrors reported, though all of them were raised
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ValueError as group:
        by_text = {}
        for error in leaves(group):
            by_text.setdefault(str(error), error)
        on_value_errors(list(by_text.values()))
