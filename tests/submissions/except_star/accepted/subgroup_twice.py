"""subgroup once for the ValueErrors and once for the others; a stack instead of recursion."""


def is_other(error):
    return not isinstance(error, (ValueError, BaseExceptionGroup))


async def triage(work, on_value_errors):
    try:
        return await work()
    except ValueError as error:
        on_value_errors([error])
        return None
    except BaseExceptionGroup as group:
        mine, others = group.subgroup(ValueError), group.subgroup(is_other)
        if mine:
            errors, stack = [], [mine]
            while stack:
                error = stack.pop()
                if isinstance(error, BaseExceptionGroup):
                    stack.extend(reversed(error.exceptions))
                else:
                    errors.append(error)
            on_value_errors(errors)
        if others:
            raise others
        return None
