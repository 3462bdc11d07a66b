"""Makes new errors of the old ones.

verdict: failed
diagnosis: on_value_errors must get the very exceptions that were raised, not new ones
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ValueError as group:
        on_value_errors([ValueError(str(error)) for error in leaves(group)])
    return None
