"""Handles groups, and believes that tasks never raise anything else.

verdict: failed
diagnosis: there was a ValueError, but on_value_errors was never called
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        return await work()
    except ExceptionGroup as group:
        mine, rest = group.split(ValueError)
        if mine:
            on_value_errors(leaves(mine))
        if rest:
            raise rest
