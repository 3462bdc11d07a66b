"""Raises the handled group again inside the except* block, in the hope of letting the rest pass.

verdict: failed
diagnosis: so nothing may come out of triage
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ValueError as group:
        on_value_errors(leaves(group))
        raise
