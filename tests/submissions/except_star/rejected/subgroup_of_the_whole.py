"""Asks subgroup for whatever is no ValueError: the group itself is none, so it is taken whole.

verdict: failed
diagnosis: the ValueErrors have been handled, and yet they came out of triage once more
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
        mine = group.subgroup(ValueError)
        rest = group.subgroup(lambda error: not isinstance(error, ValueError))
        if mine is None:
            raise
        on_value_errors(leaves(mine))
        if len(leaves(mine)) < len(leaves(group)):
            raise rest
