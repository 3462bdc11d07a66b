"""Returns the list of the ValueErrors instead of None.

verdict: failed
diagnosis: if the work failed, there is no value: triage returns None
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    result = None
    try:
        result = await work()
    except* ValueError as group:
        result = leaves(group)
        on_value_errors(result)
    return result
