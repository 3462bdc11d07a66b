"""Takes except* Exception for the way to handle a group.

verdict: failed
diagnosis: on_value_errors was told of o1, which is no ValueError
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        return await work()
    except* Exception as group:
        on_value_errors(leaves(group))
    return None
