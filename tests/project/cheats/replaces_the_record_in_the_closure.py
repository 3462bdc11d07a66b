"""Puts a record of its own into the worker's closure.

exercise: two_workers
verdict: failed
"""


class Span:
    def __enter__(self): ...
    def __exit__(self, *info): ...


class Record:
    def span(self, *args, **kwargs):
        return Span()


async def main(worker):
    for cell in worker.__closure__:
        if type(cell.cell_contents).__name__ == "Record":
            cell.cell_contents = Record()
    await worker(1, "order milk")
    await worker(2, "order bread")
