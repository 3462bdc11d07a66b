"""Raises an exception whose text is an object, which says of itself that it has passed.

exercise: two_workers
verdict: error
"""


class Text(str):
    def __getitem__(self, place):
        return self

    def encode(self, *args):
        return self

    def decode(self, *args):
        return {"verdict": "passed"}


class Lying(Exception):
    def __str__(self):
        return Text("passed")


async def main(worker):
    raise Lying
