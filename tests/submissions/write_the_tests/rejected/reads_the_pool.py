"""Does not try the pool, but looks at its code for what it knows of the mistakes.

verdict: failed
diagnosis: passed your only test
"""


def names(code):
    found = set(code.co_names)
    for constant in code.co_consts:
        if hasattr(constant, "co_names"):
            found |= names(constant)
    return found


async def test_no_lock_and_no_sleep(Pool):
    used = set()
    for thing in vars(Pool).values():
        if hasattr(thing, "__wrapped__"):
            thing = thing.__wrapped__
        if hasattr(thing, "__code__"):
            used |= names(thing.__code__)
    assert not used & {"Lock", "time"}
