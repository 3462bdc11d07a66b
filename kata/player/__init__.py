"""The player: runs one scenario with one answer and says what happened, as a trace.

This side executes untrusted code. It needs the standard library alone and imports nothing of the judge or the front.
"""
