"""Walks the tree itself: reports the ValueErrors and builds the rest anew with derive."""


def rest_of(error, reported):
    if isinstance(error, ValueError):
        reported.append(error)
        return None
    if not isinstance(error, BaseExceptionGroup):
        return error
    members = [rest for member in error.exceptions if (rest := rest_of(member, reported)) is not None]
    return error.derive(members) if members else None


async def triage(work, on_value_errors):
    reported = []
    try:
        return await work()
    except Exception as error:
        rest = rest_of(error, reported)
        if not reported:
            raise
    on_value_errors(reported)
    if rest is not None:
        raise rest
