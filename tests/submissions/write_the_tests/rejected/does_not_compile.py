"""A forgotten colon.

verdict: error
diagnosis: the answer does not compile
"""


async def test_nothing(Pool)
    pass
