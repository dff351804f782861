"""Idempotent producers: the broker gives them an id, and stores their batches in sequence."""

from harness import wire
from harness.client import Record
from harness.scenario import scenario
from scenarios.records import numbered


def check_sequences(test, batches, what):
    """Within one producer's batches sequence numbers follow on without gap."""
    expected = {}
    for batch in batches:
        test.true(batch.producer_id >= 0, f"{what}: a batch at {batch.base_offset} has no producer id")
        who = (batch.producer_id, batch.producer_epoch)
        test.equal(batch.base_sequence, expected.get(who, 0), f"{what}: sequence at offset {batch.base_offset}")
        expected[who] = batch.base_sequence + batch.count


@scenario("idempotent-producer", needs={"enable-idempotence"})
def idempotent_producer(test):
    topic = test.topic()
    sent = numbered(400)
    for start in (0, 200):
        producer = test.producer(enable_idempotence=True, acks="all" if test.client_name != "kcat" else -1)
        for at in range(start, start + 200, 50):
            producer.send(topic, sent[at : at + 50])
        producer.close()
    with wire.Connection(test.broker.port) as connection:
        stored = connection.batches(topic, 0)
    check_sequences(test, stored, topic)
    test.true(len({batch.producer_id for batch in stored}) >= 2, "two producers got the same id")
    test.same_records(test.read_all(topic, 400), sent)


@scenario("idempotent-by-default", clients={"java", "kafka-python"})
def idempotent_by_default(test):
    """These clients are idempotent when nobody says otherwise."""
    topic = test.topic()
    test.produce(topic, [Record(None, b"x", partition=0)])
    with wire.Connection(test.broker.port) as connection:
        test.true(connection.batches(topic, 0)[0].producer_id >= 0, "the batch has no producer id")


@scenario("acks", needs={"producer-results"})
def acks(test):
    """acks=0 and acks=1 reach the log as well."""
    topic = test.topic()
    sent = numbered(40)
    for level, records in ((1, sent[:20]), (0, sent[20:])):
        producer = test.producer(acks=level, enable_idempotence=False)
        producer.send(topic, records)
        producer.close()
    test.same_records(test.read_all(topic, 40), sent)
