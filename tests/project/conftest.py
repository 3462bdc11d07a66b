"""What the project's own tests need around them."""

import signal

# Who runs them in the background of a script has the interrupt ignored, and so would every process that they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
