"""A look at the HTTP pages of a broker or a proxy, and at the numbers there."""

import http.client
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "proxy")]

from scripted import eventually  # noqa: E402

SAMPLE = re.compile(r'^(?P<name>[a-z_]+)(?:\{(?P<labels>[^}]*)\})? (?P<value>\S+)$')
LABEL = re.compile(r'([a-z_]+)="((?:[^"\\]|\\.)*)"')


def console_port(log):
    """The port that the log of a process names, once it does."""
    def named():
        found = re.findall(r"serving health and metrics \(console=http://127\.0\.0\.1:(\d+)\)", log.read_text(errors="replace"))
        return int(found[-1]) if found else None
    port = eventually(named)
    if not port:
        raise RuntimeError(f"no console in the log:\n{log.read_text(errors='replace')[-2000:]}")
    return port


class Pages:
    def __init__(self, port):
        self.port = port

    def ask(self, path, method="GET", timeout=10):
        """(status, body, headers) of one request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(), dict(answer.getheaders())
        finally:
            connection.close()

    def status(self, path):
        """Only the status; None where nobody answers."""
        try:
            return self.ask(path)[0]
        except (OSError, http.client.HTTPException):
            return None

    def wait_for(self, path, status, seconds=15):
        """Whether the page comes to have that status."""
        return eventually(lambda: self.status(path) == status, seconds)

    def numbers(self):
        """{(name, ((label, value), ...)): number}; a line that is no sample is an error."""
        status, body, headers = self.ask("/metrics")
        if status != 200 or not headers.get("content-type", headers.get("Content-Type", "")).startswith("text/plain; version=0.0.4"):
            raise RuntimeError(f"/metrics answers {status} {headers}")
        found = {}
        for line in body.splitlines():
            if line.startswith("#"):
                continue
            match = SAMPLE.match(line)
            if not match:
                raise RuntimeError(f"not in Prometheus' format: {line!r}")
            key = match["name"], tuple(sorted(LABEL.findall(match["labels"] or "")))
            if key in found:
                raise RuntimeError(f"twice: {line!r}")
            found[key] = float(match["value"])
        return found


def number(numbers, name, **labels):
    return numbers.get((name, tuple(sorted(labels.items()))), 0)
