"""Catches the rest with except* too, and raises it in a group of its own; except* makes a group even of a bare error.

verdict: failed
diagnosis: an error that was not in a group must come out as it is, and not in a group
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
    except* Exception as group:
        raise ExceptionGroup("the rest", group.exceptions)
