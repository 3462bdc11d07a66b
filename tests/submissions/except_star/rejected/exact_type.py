"""Compares the type, and overlooks the subclasses of ValueError.

verdict: failed
diagnosis: a subclass of ValueError is a ValueError too
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


def is_mine(error):
    return type(error) is ValueError


async def triage(work, on_value_errors):
    try:
        return await work()
    except Exception as error:
        group = error if isinstance(error, ExceptionGroup) else ExceptionGroup("", [error])
        mine, rest = group.split(is_mine)
        if mine is None:
            raise
    on_value_errors(leaves(mine))
    if rest:
        raise rest
