"""The two ways in which a command can go wrong without an answer being wrong. Each text is one sentence."""


class UsageProblem(Exception):
    """The user asked for something that cannot be done; the text says what to do instead. Exit code 2."""


class MachineryFailure(Exception):
    """The grader itself failed, which is never the learner's fault. Exit code 3.

    ``details`` are the last lines that the failing process wrote.
    """

    def __init__(self, sentence: str, details: str = "") -> None:
        super().__init__(sentence)
        self.details = details
