"""What a scenario is, and what it is given: topics of its own, client processes, checks."""

import dataclasses
import itertools
import time

from harness.client import ClientError, Record

SHARED = "shared"  # the broker that most scenarios use at once
NO_AUTO_CREATE = "no-auto-create"  # the same with auto.create.topics.enable=false
OWN = "own"  # a broker of the scenario's own, which it may stop


class Failed(AssertionError):
    """An expectation of a scenario did not hold."""


@dataclasses.dataclass(frozen=True)
class Scenario:
    """A named function that is run once for each client that has the features it needs."""

    name: str
    run: object
    needs: frozenset
    broker: str
    overrides: dict
    seconds: int
    clients: frozenset  # the only clients it is for; empty: every client


REGISTRY = {}


def scenario(name, needs=(), broker=SHARED, overrides=None, seconds=60, clients=()):
    """Registers a function as a scenario. `seconds` says about how long it takes, so that long ones start first."""

    def register(run):
        if name in REGISTRY:
            raise ValueError(f"two scenarios are called {name}")
        REGISTRY[name] = Scenario(name, run, frozenset(needs), broker, overrides or {}, seconds, frozenset(clients))
        return run

    return register


class Producer:
    """A producer of a client, open until `close`."""

    def __init__(self, adapter, config):
        self.adapter = adapter
        self.handle = adapter.call("producer.open", config=config)

    def try_send(self, topic, records, timeout_ms=30_000):
        """Sends records and returns each one's result: partition and offset (where the client tells), or an error."""
        return self.adapter.call(
            "producer.send", handle=self.handle, topic=topic, records=[record.to_json() for record in records],
            timeout_ms=timeout_ms,
        )

    def send(self, topic, records, timeout_ms=30_000):
        """Sends records, all of which must be acknowledged."""
        results = self.try_send(topic, records, timeout_ms)
        failed = [(index, result) for index, result in enumerate(results) if "error" in result]
        if failed:
            raise Failed(f"{len(failed)} of {len(records)} records not acknowledged, the first: {failed[0]}")
        return results

    def close(self):
        self.adapter.call("producer.close", handle=self.handle)


class Consumer:
    """A consumer of a client, open until `close`."""

    def __init__(self, adapter, config):
        self.adapter = adapter
        self.handle = adapter.call("consumer.open", config=config)

    def ask(self, op, **args):
        return self.adapter.call(f"consumer.{op}", handle=self.handle, **args)

    def subscribe(self, *topics):
        self.ask("subscribe", topics=list(topics))

    def assign(self, *partitions):
        """Partitions as (topic, number, offset), the offset a number, "beginning" or "end"."""
        self.ask("assign", partitions=[list(one) for one in partitions])

    def poll(self, timeout_ms=1000, max_records=500):
        found = self.ask("poll", timeout_ms=timeout_ms, max_records=max_records)
        return [Record.from_json(record) for record in found]

    def read(self, count, seconds=30, max_records=500):
        """Reads until there are `count` records, or fails."""
        records = []
        deadline = time.monotonic() + seconds
        while len(records) < count:
            if time.monotonic() > deadline:
                raise Failed(f"{len(records)} of {count} records came within {seconds} s; the last: {records[-1:]}")
            records += self.poll(timeout_ms=500, max_records=max_records)
        return records

    def commit(self, offsets=None):
        """Commits the position, or (topic, partition, offset, metadata) given."""
        self.ask("commit", offsets=offsets)

    def committed(self, *partitions):
        """The committed offset of each partition, or None."""
        return [None if one is None else one[0] for one in self.committed_with_metadata(*partitions)]

    def committed_with_metadata(self, *partitions):
        return self.ask("committed", partitions=[list(one) for one in partitions])

    def assignment(self):
        return [tuple(one) for one in self.ask("assignment")]

    def close(self):
        self.ask("close")


class Context:
    """A scenario's hands: clients, topics, groups and checks. Made anew for each (client, scenario)."""

    numbers = itertools.count(1)

    def __init__(self, client, name, broker, pool, prefix, world=None):
        self.client_name = client
        self.broker = broker
        self.pool = pool
        self.world = world
        self.prefix = f"{prefix}-{client}-{name}-{next(Context.numbers)}"
        self.adapters = []
        self.spare = itertools.count(1)

    # Processes

    def spawn(self, client=None):
        """Another process of this client (or of a named one)."""
        adapter = self.pool.take(client or self.client_name, self.broker.bootstrap)
        self.adapters.append(adapter)
        return adapter

    @property
    def client(self):
        """The process of the client under test that most of a scenario uses."""
        for adapter in self.adapters:
            if adapter.client == self.client_name:
                return adapter
        return self.spawn()

    @property
    def helper(self):
        """A client that prepares what is not under test."""
        for adapter in self.adapters:
            if adapter.client == "confluent":
                return adapter
        return self.spawn("confluent")

    def kill(self, adapter):
        """kill -9 of a client process."""
        self.adapters.remove(adapter)
        adapter.kill()

    def release(self):
        for adapter in self.adapters:
            self.pool.give_back(adapter, self.broker.bootstrap)
        self.adapters = []

    def has(self, feature):
        return feature in self.client.features

    # Names and topics

    def name(self, suffix="t"):
        return f"{self.prefix}-{suffix}"

    def topic(self, suffix="t", partitions=1, **configs):
        """Creates a topic; configs are written with _ for dots."""
        name = f"{self.prefix}-{suffix}-{next(self.spare)}"
        wanted = {key.replace("_", "."): str(value) for key, value in configs.items()}
        self.helper.call("admin.create_topics", topics=[{"name": name, "partitions": partitions, "configs": wanted}])
        return name

    # Short ways

    def producer(self, adapter=None, **config):
        return Producer(adapter or self.client, {key.replace("_", "."): value for key, value in config.items()})

    def consumer(self, adapter=None, **config):
        return Consumer(adapter or self.client, {key.replace("_", "."): value for key, value in config.items()})

    def group_consumer(self, group, topic, adapter=None, **config):
        """A member of a group, reading from the earliest offset unless told otherwise."""
        config = {"auto_offset_reset": "earliest", "enable_auto_commit": False, **config}
        consumer = self.consumer(adapter, group_id=group, **config)
        consumer.subscribe(topic)
        return consumer

    def produce(self, topic, records, adapter=None, **config):
        producer = self.producer(adapter, **config)
        results = producer.send(topic, records)
        producer.close()
        return results

    def read_all(self, topic, count, partitions=1, adapter=None, seconds=30, **config):
        """Reads `count` records of a topic from the beginning, without a group."""
        consumer = self.consumer(adapter, **config)
        consumer.assign(*[(topic, number, "beginning") for number in range(partitions)])
        records = consumer.read(count, seconds)
        consumer.close()
        return records

    def admin(self, op, adapter=None, **args):
        return (adapter or self.client).call(f"admin.{op}", **args)

    # Checks

    def equal(self, got, wanted, what):
        if got != wanted:
            raise Failed(f"{what}: got {shorten(got)}, expected {shorten(wanted)}")

    def true(self, condition, what):
        if not condition:
            raise Failed(what)

    def same_records(self, got, wanted, what="records"):
        """Content and order; the message says where the first difference is."""
        for index, (one, other) in enumerate(zip(got, wanted)):
            if one.content != other.content:
                raise Failed(f"{what}: record {index} is {one}, expected {other}")
        self.equal(len(got), len(wanted), f"number of {what}")

    def fails(self, names, action, what, says=""):
        """The action must fail with one of the errors named, and with a text if one is given."""
        names = {names} if isinstance(names, str) else set(names)
        try:
            action()
        except ClientError as failure:
            if failure.name not in names:
                raise Failed(f"{what}: failed with {failure}, expected {sorted(names)}") from None
            if says not in str(failure):
                raise Failed(f"{what}: the error says {failure}, expected {says!r}") from None
            return
        raise Failed(f"{what}: succeeded, expected {sorted(names)}")

    def eventually(self, condition, what, seconds=20, pause=0.1):
        """Waits until the condition holds and returns its value."""
        deadline = time.monotonic() + seconds
        while True:
            value = condition()
            if value:
                return value
            if time.monotonic() > deadline:
                raise Failed(f"{what}: not within {seconds} s")
            time.sleep(pause)


def shorten(value, size=400):
    text = repr(value)
    return text if len(text) <= size else f"{text[:size]}… ({len(text)} characters)"
