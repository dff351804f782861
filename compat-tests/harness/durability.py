"""What must hold after a broker was killed: checks over the records that are there and those acknowledged."""

import threading
import time

from harness.client import AdapterFailure, ClientError
from harness.scenario import Failed


def read_logs(test, topic, partitions):
    """The records of a topic, as {partition: [(offset, number)]} in offset order."""
    logs = {}
    for partition in range(partitions):
        consumer = test.consumer(test.helper)
        low, high = consumer.ask("watermarks", topic=topic, partition=partition)
        consumer.assign((topic, partition, low))
        found = logs[partition] = []
        while len(found) < high - low:
            records = consumer.read(1, max_records=2000)
            found += [(one.offset, int(one.value.split()[0])) for one in records]
        consumer.close()
    return logs


def acknowledged(file):
    """(partition, number, offset) of each acknowledged record; the offset is negative where the client was not told."""
    with open(file) as lines:
        return [tuple(int(part) for part in line.split()) for line in lines]


def offsets_without_gap(logs):
    for partition, records in logs.items():
        offsets = [offset for offset, _ in records]
        if offsets != list(range(len(offsets))):
            wrong = next(index for index, offset in enumerate(offsets) if offset != index)
            raise Failed(f"partition {partition}: offset {offsets[wrong]} at place {wrong}")
    return f"{sum(len(records) for records in logs.values())} records"


def check_acknowledged(logs, file, once):
    """Every acknowledged record is in its partition, at the offset that was acknowledged; with `once`, nowhere else."""
    places = {}
    for partition, records in logs.items():
        for offset, number in records:
            places.setdefault((partition, number), []).append(offset)
    settled = acknowledged(file)
    if not settled:
        raise Failed("nothing was acknowledged")
    for partition, number, offset in settled:
        found = places.get((partition, number), [])
        if not found:
            raise Failed(f"record {number}, acknowledged at {partition}@{offset}, is lost")
        if offset >= 0 and offset not in found:
            raise Failed(f"record {number}, acknowledged at {partition}@{offset}, is at {found}")
    twice = {place: found for place, found in places.items() if len(found) > 1}
    if once and twice:
        raise Failed(f"{len(twice)} records are there more than once, such as {next(iter(twice.items()))}")
    return f"{len(settled)} acknowledged" + ("" if once else f", {len(twice)} of them more than once")


def check_order(logs):
    for partition, records in logs.items():
        for (_, before), (offset, after) in zip(records, records[1:]):
            if after <= before:
                raise Failed(f"partition {partition}: record {after} at {offset} comes after {before}")
    return


class Committer:
    """A thread that reads a topic in a group and commits, remembering what was acknowledged."""

    def __init__(self, test, topic, partitions):
        self.test = test
        self.topic = topic
        self.group = test.name("committer")
        self.acknowledged = {}
        self.attempted = {partition: set() for partition in range(partitions)}
        self.commits = 0
        self.stopping = threading.Event()
        self.failure = None
        self.adapter = test.pool.take("confluent", test.broker.bootstrap)
        self.thread = threading.Thread(target=self.run, daemon=True)

    def start(self):
        self.thread.start()

    def run(self):
        try:
            consumer = self.test.group_consumer(self.group, self.topic, self.adapter, session_timeout_ms=6000)
            while not self.stopping.is_set():
                self.step(consumer)
        except AdapterFailure as failure:
            self.failure = failure

    def step(self, consumer):
        try:
            position = {record.partition: record.offset + 1 for record in consumer.poll(timeout_ms=200)}
            if not position:
                return
            for partition, offset in position.items():
                self.attempted[partition].add(offset)
            consumer.commit([[self.topic, partition, offset, ""] for partition, offset in position.items()])
            self.acknowledged.update(position)
            self.commits += 1
            for partition, offset in position.items():
                self.attempted[partition] = {offset}
        except ClientError:
            time.sleep(0.1)  # the broker is away, or the group is rebalancing: what was tried stays possible

    def stop(self):
        self.stopping.set()
        self.thread.join(60)
        self.adapter.kill()


def check_committed(test, committer):
    """The offsets in the group are the last acknowledged ones, or of a later commit whose answer got lost."""
    if committer.failure:
        raise Failed(str(committer.failure))
    if committer.commits < 2:
        raise Failed(f"only {committer.commits} commits were acknowledged")
    stored = {partition: offset for _, partition, offset in test.admin("group_offsets", test.helper, group=committer.group)}
    for partition, offset in committer.acknowledged.items():
        if stored.get(partition) not in committer.attempted[partition] | {offset}:
            raise Failed(f"partition {partition}: offset {stored.get(partition)}, but {offset} was acknowledged")
    return f"{committer.commits} commits"
