"""ExceptionGroup.split, and raises the rest itself."""


def leaves(group):
    found = []
    for error in group.exceptions:
        if isinstance(error, ExceptionGroup):
            found.extend(leaves(error))
        else:
            found.append(error)
    return found


async def triage(work, on_value_errors):
    try:
        return await work()
    except ValueError as error:
        on_value_errors([error])
        return None
    except ExceptionGroup as group:
        handled, rest = group.split(ValueError)
        if handled is None:
            raise
        on_value_errors(leaves(handled))
    if rest is not None:
        raise rest
