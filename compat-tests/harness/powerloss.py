"""Takes from a killed broker's directory what a power loss would have taken: everything that was not synced."""

import os
import pathlib
import random
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
# Files whose content recovery makes anew: a power loss may leave anything in them.
REBUILT = (".index", ".timeindex", ".txnindex", ".snapshot")


class PowerLoss:
    """What a broker has to be started with, and what happens to its data when the power goes."""

    def __init__(self, broker, delay_us=2000, seed=9):
        self.broker = broker
        self.notes = broker.directory / "synced"
        self.noise = random.Random(seed)
        library = broker.directory / "synced.so"
        subprocess.run(
            ["cc", "-O1", "-Wall", "-shared", "-fPIC", str(HERE / "synced.c"), "-o", str(library), "-ldl"], check=True
        )
        broker.environment = {
            "LD_PRELOAD": str(library), "SYNCED_LOG": str(self.notes), "SYNC_DELAY_US": str(delay_us),
        }

    def strike(self):
        """To be called after a kill: cuts every log to what was synced of it. Returns the bytes taken."""
        synced = {}
        if self.notes.exists():
            for line in self.notes.read_text().splitlines():
                size, path = line.split(" ", 1)
                synced[path] = max(int(size), synced.get(path, 0))
        taken = 0
        for folder, _, names in os.walk(self.broker.directory / "data"):
            for name in names:
                path = os.path.join(folder, name)
                if name.endswith(".log"):
                    taken += self.cut(path, synced.get(path, 0))
                elif name.endswith(REBUILT) and path not in synced:
                    self.spoil(path)
        return taken

    def cut(self, path, size):
        """Some of what was not synced may have reached the disk all the same, or be zeros."""
        whole = os.path.getsize(path)
        if whole <= size:
            return 0
        kept = size + self.noise.choice([0, 0, self.noise.randint(0, whole - size)])
        os.truncate(path, kept)
        if self.noise.random() < 0.3:
            with open(path, "r+b") as file:
                file.seek(size)
                file.write(bytes(kept - size))
        return whole - kept

    def spoil(self, path):
        kind = self.noise.randrange(4)
        if kind == 0:
            os.truncate(path, 0)
        elif kind == 1:
            with open(path, "r+b") as file:
                file.write(self.noise.randbytes(min(64, os.path.getsize(path))))
        elif kind == 2:
            os.unlink(path)
