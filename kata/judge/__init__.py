"""The judge: plays scenarios in another process and holds tests against the traces. It never loads an answer.

A test module needs two names of it: the `run` fixture (see `kata.judge.run.Runner`) and `seconds`.
"""

from .instant import seconds

__all__ = ["seconds"]
