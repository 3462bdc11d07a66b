"""Marks itself as expected to fail.

exercise: two_workers
verdict: error
"""


class XFailed(BaseException):
    pass


class Mark:
    name, args, kwargs = "xfail", (), {"strict": False}


pytestmark = [Mark()]


async def main(worker):
    raise XFailed
