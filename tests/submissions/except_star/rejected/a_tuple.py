"""Believes that a tuple is as good as a list, which the handler may want to sort or to add to.

verdict: failed
diagnosis: on_value_errors wants a list of ValueErrors
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ValueError as group:
        on_value_errors(tuple(leaves(group)))
