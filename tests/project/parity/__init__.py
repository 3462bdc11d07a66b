"""Other people's tests on the stock event loop and on the virtual one: `python -m tests.project.parity`."""
