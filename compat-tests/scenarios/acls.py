"""Access rules: made by a super user, then in force for the same client without that right."""

from harness.client import Record
from harness.scenario import OWN, scenario

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
