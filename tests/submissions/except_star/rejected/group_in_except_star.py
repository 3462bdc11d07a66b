"""Asks except* for ExceptionGroup.

verdict: failed
diagnosis: except* names the kind of error inside the group, not the group itself
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ExceptionGroup as group:
        on_value_errors([error for error in leaves(group) if isinstance(error, ValueError)])
    return None
