"""The cluster of librdkafka's mock brokers, as a process that is told what to do."""

import contextlib
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent


def build(work):
    program = work / "mock_cluster"
    subprocess.run(
        ["gcc", "-O1", "-Wall", "-Wextra", "-Werror", "-o", program, HERE / "mock_cluster.c", "-lrdkafka"], check=True)
    return program


class MockCluster:
    def __init__(self, program, brokers=3):
        self.process = subprocess.Popen([program, str(brokers)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.bootstraps = self.process.stdout.readline().strip()

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if answer != "ok":
            raise RuntimeError(f"{line}: {answer}")

    def stop(self):
        with contextlib.suppress(OSError):
            self.process.stdin.write("quit\n")
            self.process.stdin.flush()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
