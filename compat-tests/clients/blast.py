"""Producing without pause, and remembering what was acknowledged: the client's side of the kill -9 runs."""

import threading
import time


# Every so many records of a partition, one has a key that never comes again.
ALONE = 25


class Blast:
    """A thread that numbers records from 0, sends them round robin to the partitions, and writes each acknowledged one
    to a file as `partition number offset`. Numbers rise within a partition, so order can be checked later. A record's
    value is its number, then a blank and as many bytes as `padding` says; with `keys`, each partition has so many keys
    in turn, and every 25th record a key of its own. A line is in the file as soon as its record is acknowledged, so
    the file can be read meanwhile."""

    def __init__(self, file, partitions, padding=0, pause=0.0005, keys=0):
        self.padding = b" " + b"." * padding
        self.file = open(file, "w", buffering=1)  # noqa: SIM115 - closed by stop
        self.partitions = partitions
        self.pause = pause
        self.keys = keys
        self.counts = {"sent": 0, "acknowledged": 0, "failed": 0}
        self.lock = threading.Lock()
        self.stopping = threading.Event()
        self.failure = None

    def start(self, send, flush):
        self.flush = flush
        self.thread = threading.Thread(target=self.guarded, args=(send,), daemon=True)
        self.thread.start()

    def guarded(self, send):
        try:
            self.loop(send)
        except Exception as failure:  # noqa: BLE001 - told to the driver by stop
            self.failure = repr(failure)

    def loop(self, send):
        number = 0
        while not self.stopping.is_set():
            send(number % self.partitions, number, b"%d" % number + self.padding)
            number += 1
            self.counts["sent"] = number
            if number % 16 == 0:
                time.sleep(self.pause * 16)

    def key(self, number):
        place = number // self.partitions
        if not self.keys:
            return None
        return b"%d" % (place % self.keys) if place % ALONE else b"alone-%d" % place

    def settled(self, number, partition, offset):
        """Called for each record: its offset, or None when the client gave up."""
        with self.lock:
            if offset is None:
                self.counts["failed"] += 1
            else:
                self.counts["acknowledged"] += 1
                self.file.write(f"{partition} {number} {offset}\n")

    def stop(self):
        self.stopping.set()
        self.thread.join(130)
        self.flush()
        with self.lock:
            self.file.close()
        return {**self.counts, "failure": self.failure}
