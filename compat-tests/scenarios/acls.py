"""Access rules: made by a super user, then in force for the same client without that right.

A proxy that clients log in at has users and rules of its own; these are the broker's, behind a proxy that passes logins
on. Of certificates only who has the listener knows.
"""

import contextlib

from harness.client import ClientError, Record
from harness.scenario import OWN, Consumer, Failed, Producer, scenario
from scenarios.records import numbered
from scenarios.sasl import CLIENTS, JAAS, PASSWORD, SCRAM, at_sasl, known, properties, quoted, settings
from scenarios.tls import secured

AUTHORIZER = {
    "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
    "super.users": "User:ANONYMOUS",
}


@scenario("acl-anonymous", clients={"confluent"}, broker=OWN, overrides=AUTHORIZER)
def acl_anonymous(test):
    opened, closed = test.topic("open"), test.topic("closed")
    group = test.name("g")
    for topic in (opened, closed):
        test.produce(topic, [Record(value=b"a")])
    wanted = [
        ["TOPIC", opened, "READ", "ALLOW"], ["TOPIC", opened, "WRITE", "ALLOW"], ["GROUP", group, "READ", "ALLOW"],
        ["TOPIC", closed, "READ", "DENY"],
    ]
    test.admin("create_acls", principal="User:ANONYMOUS", acls=wanted)
    test.equal(test.admin("list_acls", principal="User:ANONYMOUS"), sorted(wanted), "access rules")
    test.admin("delete_acls", principal="User:ANONYMOUS", topic=closed)
    wanted = [one for one in wanted if one[1] != closed]
    test.equal(test.admin("list_acls", principal="User:ANONYMOUS"), sorted(wanted), "access rules after a deletion")

    test.release()
    test.broker.stop()
    test.broker.overrides["super.users"] = "User:nobody"
    test.broker.start()
    test.produce(opened, [Record(value=b"b")])
    refused = test.producer().try_send(closed, [Record(value=b"b")])
    test.equal([one.get("error") for one in refused], ["TOPIC_AUTHORIZATION_FAILED"], "a produce that is not allowed")
    test.equal(test.admin("list_topics"), [opened], "topics that may be seen")
    consumer = test.group_consumer(group, opened)
    test.equal([one.value for one in consumer.read(2)], [b"a", b"b"], "records")
    consumer.close()
    test.fails("GROUP_AUTHORIZATION_FAILED", lambda: test.group_consumer(test.name("other"), opened).read(1),
               "a group that is not allowed")
    test.fails("TOPIC_AUTHORIZATION_FAILED", lambda: test.admin("create_topics", topics=[{"name": test.name("new")}]),
               "a creation that is not allowed")
    test.fails("CLUSTER_AUTHORIZATION_FAILED",
               lambda: test.admin("create_acls", principal="User:x", acls=[["TOPIC", "t", "READ", "ALLOW"]]),
               "an access rule that is not allowed")


PEOPLE = ("alice", "mallory")
GUARDED = {
    **AUTHORIZER,
    "sasl.enabled.mechanisms": f"PLAIN,{SCRAM}",
    "listener.name.sasl_plaintext.plain.sasl.jaas.config": properties(
        f"{JAAS}plain.PlainLoginModule required " + " ".join(f"user_{one}={quoted(PASSWORD)}" for one in PEOPLE) + ";"),
}
# How a producer tells that it was refused an id: librdkafka and kafka-python call it fatal and say no more of records.
NO_ID = {"java": "CLUSTER_AUTHORIZATION_FAILED", "aiokafka": "CLUSTER_AUTHORIZATION_FAILED", "kafka-python": "KAFKA",
         "librdkafka": "_PURGE_QUEUE"}
IDEMPOTENT = ("java", "kafka-python")  # by default


def allow(test, user, *rules):
    test.helper.call("admin.create_acls", principal=f"User:{user}", acls=[[*one, "ALLOW"] for one in rules])


def login(test, user):
    """Sarama as Debian packages it has no SCRAM."""
    mechanism = "PLAIN" if test.client_name == "sarama" else SCRAM
    return settings(test.client_name, mechanism, user, PASSWORD)


def sending(adapter, topic, config):
    """How sending one record ends: nothing, or the client's error."""
    try:
        return Producer(adapter, config).try_send(topic, numbered(1), timeout_ms=10_000)[0].get("error")
    except ClientError as failure:
        return failure.name


def reading(adapter, topic, group, config):
    """How a group's reading of one record ends."""
    consumer = Consumer(adapter, {"group.id": group, "auto.offset.reset": "earliest", **config})
    try:
        consumer.subscribe(topic)
        consumer.read(1, seconds=10)
        return None
    except ClientError as failure:
        return failure.name
    except Failed:
        return "NOTHING"
    finally:
        with contextlib.suppress(ClientError):
            consumer.close()


@scenario("acl-users", clients={*CLIENTS, "sarama"}, broker=OWN, overrides=GUARDED, seconds=60)
def acl_users(test):
    """Of two who logged in one may write, read and commit, and hears Kafka's errors for all else; the other may look."""
    opened, closed, group, own = test.topic("open"), test.topic("closed"), test.name("g"), test.name("own")
    for one in PEOPLE:
        test.helper.call("admin.alter_scram", user=one, mechanism=SCRAM, password=PASSWORD)
    allow(test, "alice", ["TOPIC", opened, "READ"], ["TOPIC", opened, "WRITE"], ["GROUP", group, "READ"],
          ["TOPIC", closed, "DESCRIBE"])
    allow(test, "mallory", ["TOPIC", opened, "DESCRIBE"], ["GROUP", own, "READ"])
    alice, mallory = login(test, "alice"), login(test, "mallory")
    with at_sasl(test, own=True) as adapter:
        Producer(adapter, known(test, alice)).send(opened, numbered(5))
        consumer = Consumer(adapter, {"group.id": group, "auto.offset.reset": "earliest", **alice})
        consumer.subscribe(opened)
        test.same_records(consumer.read(5), numbered(5))
        consumer.close()
        test.equal(sending(adapter, closed, known(test, alice)), "TOPIC_AUTHORIZATION_FAILED", "writing to another topic")
        # Sarama's members ask again and again, say nothing, and cannot be closed meanwhile.
        if test.client_name != "sarama":
            unread = "TOPIC_AUTHORIZATION_FAILED"
            test.equal(reading(adapter, closed, group, alice), unread, "reading another topic")
            test.equal(reading(adapter, opened, own, mallory), unread, "reading without the right to")
            test.equal(reading(adapter, opened, test.name("other"), alice), "GROUP_AUTHORIZATION_FAILED", "another group")
        # Whoever asks for an id first hears that it may write nowhere at all.
        refused = NO_ID[test.client_name] if test.client_name in IDEMPOTENT else "TOPIC_AUTHORIZATION_FAILED"
        test.equal(sending(adapter, opened, known(test, mallory)), refused, "writing without the right to")
        # What is granted holds for the next request.
        allow(test, "mallory", ["TOPIC", opened, "WRITE"])
        test.equal(sending(adapter, opened, known(test, mallory)), None, "writing once it is allowed")
    test.eventually(lambda: "operation=WRITE, principal=User:alice" in test.broker.log.read_text(), "a line in the audit log")


@scenario("acl-idempotence", clients=set(NO_ID), broker=OWN, overrides=GUARDED)
def acl_idempotence(test):
    """Whoever may write to some topic may be idempotent; nobody else, but for the right to be so on the cluster."""
    opened, closed = test.topic("open"), test.topic("closed")
    for one in PEOPLE:
        test.helper.call("admin.alter_scram", user=one, mechanism=SCRAM, password=PASSWORD)
    allow(test, "alice", ["TOPIC", opened, "WRITE"])
    allow(test, "mallory", ["TOPIC", closed, "DESCRIBE"])
    exactly = {"enable.idempotence": True}
    with at_sasl(test, own=True) as adapter:
        Producer(adapter, {**known(test, login(test, "alice")), **exactly}).send(opened, numbered(5))
        mallory = {**known(test, login(test, "mallory")), **exactly}
        test.equal(sending(adapter, closed, mallory), NO_ID[test.client_name], "an id for somebody who may not write")
        test.true("denied (api=InitProducerId" in test.broker.log.read_text(), "a line in the audit log")
        allow(test, "mallory", ["BROKER", "kafka-cluster", "IDEMPOTENT_WRITE"])
        test.equal(sending(adapter, closed, mallory), "TOPIC_AUTHORIZATION_FAILED", "with an id, to a topic of others")


@scenario("acl-administration", clients={"java", "confluent", "kafka-python", "aiokafka"}, broker=OWN, overrides=GUARDED)
def acl_administration(test):
    """Every administrative call of a client as somebody who may look at one topic, and then as one who may do it."""
    opened, closed, group = test.topic("open"), test.topic("closed"), test.name("g")
    test.helper.call("admin.alter_scram", user="alice", mechanism=SCRAM, password=PASSWORD)
    test.produce(opened, numbered(5), adapter=test.helper)
    member = test.group_consumer(group, opened, adapter=test.helper)
    member.read(5)
    member.commit()
    member.close()
    allow(test, "alice", ["TOPIC", opened, "DESCRIBE"])
    made = f"{opened}-made"
    calls = {
        "create_topics": ({"topics": [{"name": made}]}, "TOPIC", [["TOPIC", made, "CREATE"]]),
        "create_partitions": ({"topic": opened, "count": 2}, "TOPIC", [["TOPIC", opened, "ALTER"]]),
        "describe_configs": ({"kind": "topic", "name": opened}, "TOPIC", [["TOPIC", opened, "DESCRIBE_CONFIGS"]]),
        "alter_configs": ({"topic": opened, "change": {"retention.ms": "9000"}}, "TOPIC", [["TOPIC", opened, "ALTER_CONFIGS"]]),
        "delete_records": ({"topic": opened, "partition": 0, "offset": 1}, "TOPIC", [["TOPIC", opened, "DELETE"]]),
        "describe_group": ({"group": group}, "GROUP", [["GROUP", group, "DESCRIBE"]]),
    }
    # These are not there, or answer errors in forms of their own.
    for name in {"aiokafka": ("alter_configs", "describe_group", "delete_records"),
                 "kafka-python": ("describe_configs", "describe_group")}.get(test.client_name, ()):
        del calls[name]
    with at_sasl(test, own=True) as adapter:
        adapter.call("admin.open", config=settings(test.client_name, SCRAM, "alice", PASSWORD))
        test.equal(test.admin("list_topics", adapter), [opened], "topics that may be seen")
        test.equal(len(test.admin("describe_cluster", adapter)["nodes"]), 1, "brokers, which everyone may see")
        for name, (args, kind, rules) in calls.items():
            def run(name=name, args=args):
                return test.admin(name, adapter, **args)

            test.fails(f"{kind}_AUTHORIZATION_FAILED", run, name)
            allow(test, "alice", *rules)
            run()
        if "describe_configs" in calls:
            broker = {"kind": "broker", "name": "1"}
            test.fails("CLUSTER_AUTHORIZATION_FAILED", lambda: test.admin("describe_configs", adapter, **broker),
                       "the broker's settings")
        test.fails("TOPIC_AUTHORIZATION_FAILED", lambda: test.admin("delete_topics", adapter, topics=[closed]), "deletion")
        allow(test, "alice", ["TOPIC", closed, "DELETE"])
        test.admin("delete_topics", adapter, topics=[closed])
        # Now that it may look at what is no longer there, it hears so.
        test.fails("UNKNOWN_TOPIC_OR_PARTITION", lambda: test.admin("delete_topics", adapter, topics=[closed]), "deleting again")


@scenario("acl-certificates", clients={*CLIENTS, "sarama"}, broker=OWN, overrides=AUTHORIZER, seconds=60)
def acl_certificates(test):
    """Rights of those whom certificates name, by the mapping of their subjects."""
    rule = "RULE:^CN=(.*?),OU=dev.*$/$1/,DEFAULT"
    with secured(test, own=True, ssl_client_auth="required", ssl_principal_mapping_rules=rule) as world:
        opened, closed = test.topic("open"), test.topic("closed")
        # librdkafka wants a group to read partitions by itself.
        allow(test, "alice", ["TOPIC", opened, "READ"], ["TOPIC", opened, "WRITE"], ["GROUP", "unused", "READ"])
        world.exchange(opened, numbered(5), certificate="client")
        config = {key.replace("_", "."): value for key, value in world.config(certificate="client").items()}
        adapter = world.adapter()
        test.equal(sending(adapter, closed, known(test, config)), "TOPIC_AUTHORIZATION_FAILED", "another topic")
        other = {key.replace("_", "."): value for key, value in world.config(certificate="second").items()}
        names = ("TOPIC_AUTHORIZATION_FAILED", "CLUSTER_AUTHORIZATION_FAILED")
        test.true(sending(adapter, opened, known(test, other)) in names, "somebody else wrote, or heard something else")
        test.eventually(lambda: "principal=User:bob" in world.log(), "a line in the audit log")
