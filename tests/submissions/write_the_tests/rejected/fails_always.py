"""A test that fails with every pool catches every broken one.

verdict: failed
diagnosis: a right pool was refused: test_nothing_is_good_enough failed at line 9: never
"""


async def test_nothing_is_good_enough(Pool):
    raise AssertionError("never")
