"""Puts a bare error into a group so that split can be used, and raises the group.

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
    except Exception as error:
        group = error if isinstance(error, ExceptionGroup) else ExceptionGroup("", [error])
        mine, rest = group.split(ValueError)
    if mine:
        on_value_errors(leaves(mine))
    if rest:
        raise rest
