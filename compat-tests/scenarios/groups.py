"""Consumer groups: commits, sharing, members that come, go and die."""

import time

from harness.client import Record
from harness.scenario import scenario
from scenarios.records import numbered

SESSION = 6000  # ms, the least that a broker allows by default


def poll_all(consumers, seen, timeout_ms=300):
    """Lets each consumer poll once, and adds what came to `seen` as (partition, offset)."""
    for consumer in consumers:
        for record in consumer.poll(timeout_ms=timeout_ms):
            seen.setdefault((record.partition, record.offset), []).append(record.value)


def settle(test, consumers, shares, seen, seconds=45):
    """Polls until the consumers hold partitions in the given numbers."""

    def held():
        poll_all(consumers, seen)
        return [len(consumer.assignment()) for consumer in consumers] == shares

    test.eventually(held, f"members holding {shares} partitions", seconds)


@scenario("auto-commit", needs={"group"})
def auto_commit(test):
    topic, group = test.topic(), test.name("g")
    test.produce(topic, numbered(50))
    config = {"enable_auto_commit": True, "auto_commit_interval_ms": 200}
    consumer = test.group_consumer(group, topic, **config)
    consumer.read(50)
    for _ in range(3):
        consumer.poll(timeout_ms=300)
    consumer.close()
    more = [Record(b"more", b"%d" % one, partition=0) for one in range(5)]
    test.produce(topic, more)
    again = test.group_consumer(group, topic, **config)
    test.same_records(again.read(5), more, "records after the committed offset")
    again.close()
    offsets = test.admin("group_offsets", adapter=test.helper, group=group)
    test.equal(offsets, [[topic, 0, 55]], "committed offsets at the end")


@scenario("manual-commit", needs={"group", "commit"})
def manual_commit(test):
    topic, group = test.topic(), test.name("g")
    sent = numbered(20)
    test.produce(topic, sent)
    consumer = test.group_consumer(group, topic)
    test.equal(consumer.committed((topic, 0)), [None], "committed offset of a new group")
    consumer.read(10, max_records=5)
    consumer.commit([[topic, 0, 10, "half way"]])
    test.equal(consumer.committed((topic, 0)), [10], "committed offset")
    if test.has("offset-metadata") and test.client_name != "aiokafka":
        test.equal(consumer.committed_with_metadata((topic, 0)), [[10, "half way"]], "offset with metadata")
    consumer.close()
    again = test.group_consumer(group, topic)
    test.same_records(again.read(10), sent[10:], "records after the commit")
    again.commit()
    test.equal(again.committed((topic, 0)), [20], "committed position")
    again.close()


@scenario("two-groups", needs={"group"})
def two_groups(test):
    topic = test.topic(partitions=3)
    sent = [Record(b"%d" % one, b"%d" % one) for one in range(90)]
    test.produce(topic, sent)
    for group in ("g1", "g2"):
        consumer = test.group_consumer(test.name(group), topic)
        test.equal(sorted(int(one.value) for one in consumer.read(90)), list(range(90)), f"records of {group}")
        consumer.close()


@scenario("group-shares", needs={"group", "commit"}, seconds=45)
def group_shares(test):
    """Two members share four partitions, each record goes to one of them, and one that leaves hands over at once."""
    topic, group = test.topic(partitions=4), test.name("g")
    seen = {}
    first = test.group_consumer(group, topic, partition_assignment_strategy="range")
    settle(test, [first], [4], seen)
    second = test.group_consumer(group, topic, test.spawn(), partition_assignment_strategy="range")
    settle(test, [first, second], [2, 2], seen)
    test.true(not set(first.assignment()) & set(second.assignment()), "a partition has two owners")
    test.produce(topic, [Record(None, b"%d" % one, partition=one % 4) for one in range(200)], adapter=test.helper)
    test.eventually(lambda: poll_all([first, second], seen) or len(seen) == 200, "all 200 records")
    test.true(all(len(copies) == 1 for copies in seen.values()), "a record came twice without a rebalance")
    second.close()
    began = time.monotonic()
    settle(test, [first], [4], seen)
    test.true(time.monotonic() - began < 30, "the rebalance after a leave took the session timeout")
    first.close()


@scenario("group-member-dies", needs={"group", "commit"}, seconds=80)
def group_member_dies(test):
    """kill -9 of a member: the other takes over after the session timeout; no record is lost."""
    topic, group = test.topic(partitions=4), test.name("g")
    seen = {}
    config = {"session_timeout_ms": SESSION, "heartbeat_interval_ms": 1000}
    survivor = test.group_consumer(group, topic, **config)
    settle(test, [survivor], [4], seen)
    dying = test.spawn()
    victim = test.group_consumer(group, topic, dying, **config)
    settle(test, [survivor, victim], [2, 2], seen)
    writer = test.helper if test.client_name != "confluent" else test.spawn()
    test.produce(topic, [Record(None, b"%d" % one, partition=one % 4) for one in range(100)], adapter=writer)
    test.eventually(lambda: poll_all([survivor, victim], seen) or len(seen) == 100, "the first 100 records")
    survivor.commit()
    test.kill(dying)
    test.produce(topic, [Record(None, b"%d" % one, partition=one % 4) for one in range(100, 200)], adapter=writer)
    test.eventually(lambda: poll_all([survivor], seen) or len(seen) == 200, "all 200 records", seconds=60)
    values = {copies[0] for copies in seen.values()}
    test.equal(len(values), 200, "different records seen")
    test.equal(len(survivor.assignment()), 4, "partitions of the survivor")
    survivor.close()


@scenario("kcat-group", clients={"kcat"}, seconds=70)
def kcat_group(test):
    """As group-shares and group-member-dies, through what kcat shows: two readers of a group get every record between
    them, once; when one is killed the other gets all."""
    topic, group = test.topic(partitions=4), test.name("g")
    processes = [test.spawn(), test.spawn()]
    config = {"enable_auto_commit": True, "session_timeout_ms": SESSION, "heartbeat_interval_ms": 1000}
    members = [test.group_consumer(group, topic, process, **config) for process in processes]

    def both_joined():
        described = test.admin("describe_group", adapter=test.helper, group=group)
        return described["state"] == "STABLE" and sorted(len(one["assignment"]) for one in described["members"]) == [2, 2]

    test.eventually(both_joined, "two members with two partitions each", seconds=40)
    test.produce(topic, [Record(None, b"%d" % one, partition=one % 4) for one in range(200)])
    seen = {}
    test.eventually(lambda: poll_all(members, seen) or len(seen) == 200, "all 200 records")
    test.true(all(len(copies) == 1 for copies in seen.values()), "a record came to both")
    test.kill(processes[1])
    test.produce(topic, [Record(None, b"%d" % one, partition=one % 4) for one in range(200, 300)], adapter=processes[0])
    test.eventually(lambda: poll_all(members[:1], seen) or len(seen) == 300, "all 300 records", seconds=45)
    members[0].close()


@scenario("static-membership", needs={"group", "static-membership", "commit"}, seconds=50)
def static_membership(test):
    """A static member that goes and comes back within its session keeps its partitions, and nobody else is disturbed."""
    topic, group = test.topic(partitions=4), test.name("g")
    seen = {}

    def join(instance, adapter):
        return test.group_consumer(
            group, topic, adapter, group_instance_id=instance, session_timeout_ms=30_000, heartbeat_interval_ms=1000
        )

    stays = join("stays", test.client)
    settle(test, [stays], [4], seen)
    leaver = test.spawn()
    leaves = join("leaves", leaver)
    settle(test, [stays, leaves], [2, 2], seen)
    kept, left = stays.assignment(), leaves.assignment()
    test.kill(leaver)
    back = join("leaves", test.spawn())
    settle(test, [back], [2], seen)
    poll_all([stays], seen, timeout_ms=2500)
    test.equal(back.assignment(), left, "partitions of the member that came back")
    test.equal(stays.assignment(), kept, "partitions of the member that stayed")
    described = test.admin("describe_group", adapter=test.helper, group=group)
    test.equal(sorted(one["instance"] for one in described["members"]), ["leaves", "stays"], "static members")


@scenario("static-fencing", needs={"group", "static-membership", "commit"}, seconds=40,
          clients={"confluent", "java", "kafka-python", "librdkafka"})
def static_fencing(test):
    """A second member under the same group.instance.id fences the first."""
    topic, group = test.topic(), test.name("g")
    config = {"group_instance_id": "one", "session_timeout_ms": SESSION, "heartbeat_interval_ms": 500}
    seen = {}
    first = test.group_consumer(group, topic, **config)
    settle(test, [first], [1], seen)
    second = test.group_consumer(group, topic, test.spawn(), **config)
    settle(test, [second], [1], seen)

    def use_first():
        for _ in range(40):
            first.poll(timeout_ms=300)
            first.commit([[topic, 0, 0, ""]])

    test.fails({"FENCED_INSTANCE_ID", "UNKNOWN_MEMBER_ID"}, use_first, "the fenced member")
    second.commit([[topic, 0, 0, ""]])
    second.close()


@scenario("cooperative-rebalance", needs={"group", "cooperative", "commit"}, seconds=50)
def cooperative_rebalance(test):
    """With the cooperative protocol a member gives up only what moves."""
    topic, group = test.topic(partitions=3), test.name("g")
    seen = {}
    strategy = {"partition_assignment_strategy": "cooperative-sticky", "heartbeat_interval_ms": 500}
    if test.client_name == "librdkafka":
        strategy["session_timeout_ms"] = SESSION  # it does not leave when it closes, see its FINDINGS.md
    first = test.group_consumer(group, topic, **strategy)
    settle(test, [first], [3], seen)
    second = test.group_consumer(group, topic, test.spawn(), **strategy)
    least = []

    def shared():
        poll_all([first, second], seen)
        least.append(len(first.assignment()))
        return sorted(len(one.assignment()) for one in (first, second)) == [1, 2]

    test.eventually(shared, "three partitions shared by two", seconds=45)
    test.true(min(least) >= 1, f"the first member held {min(least)} partitions in between")
    kept = set(second.assignment())
    first.close()
    settle(test, [second], [3], seen)
    test.true(kept <= set(second.assignment()), "the second member lost a partition when the first left")
    second.close()


@scenario("initial-rebalance-delay", needs={"group", "commit"}, broker="own", clients={"confluent"},
          overrides={"group.initial.rebalance.delay.ms": "3000"})
def initial_rebalance_delay(test):
    """Kafka's default: the first rebalance of a group waits 3 s for more members."""
    topic, group = test.topic(partitions=2), test.name("g")
    began = time.monotonic()
    members = [test.group_consumer(group, topic, test.spawn()) for _ in range(2)]
    settle(test, members, [1, 1], {})
    waited = time.monotonic() - began
    test.true(2.5 < waited < 12, f"the group was stable after {waited:.1f} s")
