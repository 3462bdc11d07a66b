"""Calls the handler for every group, with an empty list if need be.

verdict: failed
diagnosis: without a ValueError, on_value_errors is not called at all, not even with an empty list
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        return await work()
    except ValueError as error:
        on_value_errors([error])
        return None
    except ExceptionGroup as group:
        mine, rest = group.split(ValueError)
        on_value_errors(leaves(mine) if mine else [])
        if rest:
            raise rest
