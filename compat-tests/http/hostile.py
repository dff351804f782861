"""HTTP peers that mean no good: each is closed, and none keeps the others from being answered."""

import os
import random
import socket
import time


def closed_after(connection, send, interval, most):
    """Sends bytes one by one until the peer closes; after how many seconds it did, None when it did not."""
    start = time.monotonic()
    connection.settimeout(interval)
    while time.monotonic() - start < most:
        try:
            if send:
                connection.sendall(send)
            if connection.recv(65536) == b"":
                return time.monotonic() - start
        except socket.timeout:
            continue
        except OSError:
            return time.monotonic() - start
    return None


def slow_request(port):
    """A request that comes byte by byte."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nX: ")
        return closed_after(connection, b"x", 0.5, 20)


def silent(port):
    """Nothing is ever sent."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        return closed_after(connection, b"", 0.5, 20)


def no_reader(port):
    """Asks and asks and never reads an answer."""
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", port))
        start = time.monotonic()
        connection.settimeout(0.5)
        while time.monotonic() - start < 40:
            try:
                connection.sendall(b"GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n")
                time.sleep(0.03)
            except socket.timeout:
                continue
            except OSError:
                return time.monotonic() - start
    return None


def everything(port, request):
    """All that comes back for a request, until the end."""
    with socket.create_connection(("127.0.0.1", port), timeout=15) as connection:
        answer = b""
        try:
            connection.sendall(request)
            while piece := connection.recv(65536):
                answer += piece
        except ConnectionError:
            pass
        return answer


PIECES = [
    b"GET", b"POST", b" ", b"/", b"/metrics", b"/ready", b"*", b"http://[", b"]:99999999999999999999", b" HTTP/1.1", b" HTTP/0.9",
    b"\r\n", b"\n", b"\r", b"Host: ", b"Content-Length: ", b"-1", b"18446744073709551616", b"Transfer-Encoding: chunked",
    b"0\r\n\r\n", b"ffffffffffffffff\r\n", b"Connection: close", b"Connection: upgrade", b"Upgrade: h2c", b"Expect: 100-continue",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\0", b"\xff\xfe", b"%00%ff", b"?a=b&c", b"#", b": ", b"a" * 300,
]


def garbage(port, count, seed):
    """Requests put together at random; returns when all were answered or closed."""
    choice = random.Random(seed)
    for _ in range(count):
        made = b"".join(choice.choice(PIECES) for _ in range(choice.randint(1, 25)))
        if choice.random() < 0.2:
            made = os.urandom(choice.randint(1, 2000))
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
                connection.sendall(made)
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass
        except OSError:
            continue


def crowd(port, count):
    """So many connections that say nothing."""
    return [socket.create_connection(("127.0.0.1", port), timeout=5) for _ in range(count)]
