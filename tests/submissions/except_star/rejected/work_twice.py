"""Calls the work again when it has failed, to see whether it fails again.

verdict: failed
diagnosis: work must be called and awaited once
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        return await work()
    except* Exception:
        pass
    try:
        return await work()
    except* ValueError as group:
        on_value_errors(leaves(group))
    return None
