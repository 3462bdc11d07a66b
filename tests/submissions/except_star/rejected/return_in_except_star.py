"""Returns from inside the except* block.

verdict: error
diagnosis: 'break', 'continue' and 'return' cannot appear in an
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
        return None
