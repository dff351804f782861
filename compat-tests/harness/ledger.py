"""What is known of a partition's log, round after round: what was read of it, and what was acknowledged."""

import array

from harness.scenario import Failed

UNSEEN = -1
# So much of what was read before is read again each time: a kill can only hurt the end.
OVERLAP = 300
ALONE = 25


class Ledger:
    """A topic that one producer writes. `order` is "once" (each number once, rising), "first" (first copies rise) or
    None; `policy` is "keep", "retention" or "compact"."""

    def __init__(self, topic, partitions, file, order, policy="keep", keys=0):
        self.topic = topic
        self.file = file
        self.read_to = 0
        self.acknowledged = 0
        self.partitions = [PartitionLedger(f"{topic}-{number}", partitions, order, policy, keys)
                           for number in range(partitions)]

    def positions(self, whole=False):
        """Where reading has to begin, for each partition."""
        return [[self.topic, number, 0 if whole else one.position()] for number, one in enumerate(self.partitions)]

    def news(self):
        """The acknowledgements since the last call, for each partition as (number, offset)."""
        found = [[] for _ in self.partitions]
        with open(self.file, "rb") as file:
            file.seek(self.read_to)
            data = file.read()
        data = data[: data.rfind(b"\n") + 1]
        self.read_to += len(data)
        for line in data.splitlines():
            partition, number, offset = map(int, line.split())
            found[partition].append((number, offset))
            self.acknowledged += 1
        return found

    def check(self, pieces, news, whole=False):
        for one, piece, acknowledged, position in zip(self.partitions, pieces, news, self.positions(whole)):
            one.absorb(piece, position[2])
            one.settle(piece, acknowledged)

    def behind(self):
        return [text for one in self.partitions for text in one.behind]

    def records(self):
        return sum(len(one.numbers) for one in self.partitions)

    def copies(self):
        return sum(one.copies for one in self.partitions)


class PartitionLedger:
    def __init__(self, name, stride, order, policy, keys):
        self.name = name
        self.stride = stride
        self.order = order
        self.policy = policy
        self.keys = keys
        self.numbers = array.array("q")  # the number at each offset
        self.seen = bytearray()  # whether a number, divided by the stride, was ever read
        self.highest = -1
        self.copies = 0
        self.low = 0
        self.kept = 0  # records in the last reading
        self.latest = {}  # the latest acknowledged number of each key
        self.behind = []  # keys of which the last reading had neither that nor a newer one

    def position(self):
        return 0 if self.policy == "compact" else max(0, len(self.numbers) - OVERLAP)

    def fail(self, text):
        raise Failed(f"{self.name}: {text}")

    def absorb(self, piece, start):
        """Takes in what was read from `start` on; it must agree with what was read before."""
        offsets, high = piece["offsets"], piece["high"]
        self.low, self.kept = piece["low_after"], len(offsets)
        if high < len(self.numbers):
            self.fail(f"the log ends at {high}, but {len(self.numbers)} records were read before")
        if self.policy != "retention" and self.low != 0:
            self.fail(f"the log starts at {self.low}")
        if self.policy == "compact":
            if any(after <= before for before, after in zip(offsets, offsets[1:])):
                self.fail("offsets do not rise")
        else:
            first = max(start, self.low)
            there = [offset for offset in offsets if offset >= first]
            if there != list(range(first, high)):
                self.fail(f"from {first} to {high} are {len(there)} offsets, from {there[:1]} to {there[-1:]}")
        for offset, number in zip(offsets, piece["numbers"]):
            self.take(offset, number)

    def take(self, offset, number):
        if offset < len(self.numbers):
            known = self.numbers[offset]
            if known not in (UNSEEN, number):
                self.fail(f"record {number} is at {offset}, where record {known} was")
            if known == UNSEEN:
                self.numbers[offset] = number
            return
        if offset > len(self.numbers):
            self.numbers.extend([UNSEEN] * (offset - len(self.numbers)))
        self.numbers.append(number)
        place = number // self.stride
        if place >= len(self.seen):
            self.seen.extend(bytes(place + 1000 - len(self.seen)))
        if number <= self.highest:
            if self.order == "once":
                self.fail(f"record {number} at {offset} comes after {self.highest}")
            if self.order == "first" and not self.seen[place]:
                self.fail(f"the first copy of record {number}, at {offset}, comes after {self.highest}")
        self.copies += self.seen[place]
        self.seen[place] = 1
        self.highest = max(number, self.highest)

    def settle(self, piece, acknowledged):
        """Every acknowledged record is there, at the offset that the client was told."""
        for number, offset in acknowledged:
            if offset >= piece["high"]:
                self.fail(f"record {number}, acknowledged at {offset}, is lost: the log ends at {piece['high']}")
            if offset < 0:
                place = number // self.stride
                if self.policy == "keep" and not (place < len(self.seen) and self.seen[place]):
                    self.fail(f"record {number}, acknowledged without an offset, is lost")
            elif self.at(offset) != number and not self.may_lack(offset):
                self.fail(f"record {number}, acknowledged at {offset}, is lost: there is {self.at(offset)}")
        if self.policy == "compact":
            self.settle_keys(piece, acknowledged)

    def at(self, offset):
        return self.numbers[offset] if offset < len(self.numbers) else UNSEEN

    def may_lack(self, offset):
        if self.policy == "retention":
            return offset < self.low
        return self.policy == "compact" and self.at(offset) == UNSEEN

    def key(self, number):
        """As clients/blast.py has it."""
        place = number // self.stride
        return place % self.keys if place % ALONE else f"alone-{place}"

    def settle_keys(self, piece, acknowledged):
        """Of each key the latest acknowledged record is in the log, or a newer one."""
        for number, _ in acknowledged:
            self.latest[self.key(number)] = max(number, self.latest.get(self.key(number), -1))
        present = {}
        for number in piece["numbers"]:
            present[self.key(number)] = max(number, present.get(self.key(number), -1))
        self.behind = [
            f"{self.name}: key {key}: record {number} was acknowledged, and the latest there is {present.get(key)}"
            for key, number in self.latest.items() if present.get(key, -1) < number
        ]
