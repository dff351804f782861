"""What the modules of cases share: how a test is named, and how it fails."""

import struct

from scripted import PRODUCE

CASES = []  # (number, text, function)


def case(number, text):
    def register(function):
        CASES.append((number, text, function))
        return function
    return register


class Wrong(Exception):
    pass


def check(good, text):
    if not good:
        raise Wrong(text)


def equal(got, expected, what):
    check(got == expected, f"{what}: {got!r}, expected {expected!r}")


def produce(size, acks, version=9, correlation=1):
    """A Produce request with records of that size, without the frame's length; flexible versions before 13."""
    body = b"\x00" + struct.pack(">hi", acks, 1000) + b"\x02\x02t\x02" + struct.pack(">i", 0)
    length, number = b"", size + 1
    while number >= 128:
        length, number = length + bytes([number & 127 | 128]), number >> 7
    pattern = bytes(range(251)) * (size // 251 + 1)
    return struct.pack(">hhih", PRODUCE, version, correlation, -1) + b"\x00" + body + length + bytes([number]) + pattern[:size] + b"\x00\x00\x00"
