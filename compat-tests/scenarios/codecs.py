"""A batch that one client compresses must be stored as it came and be read by every other."""

from harness import wire
from harness.client import CLIENTS, ONE_WAY, Record
from harness.scenario import scenario

COUNT = 300
WITHOUT_ZSTD = {"sarama"}  # it produces in a version from before zstd, see old-zstd


def contents(codec):
    """Compressible, with a header, a null key and a null value among the records."""
    records = [
        Record(b"%d" % one, (b"%s record %d " % (codec.encode(), one)) * 8, [("codec", codec.encode())], partition=0)
        for one in range(COUNT)
    ]
    records[7].key = None
    records[8].value = None
    return records


def producing(test, producer):
    """Topics by codec, each written once by the client `producer`, whoever asks first."""

    def write():
        adapter = test.spawn(producer)
        topics = {}
        for codec in wire.CODECS:
            if codec == "zstd" and producer in WITHOUT_ZSTD:
                continue
            topics[codec] = test.topic(f"{producer}-{codec}")
            test.produce(topics[codec], contents(codec), adapter=adapter, compression_type=codec)
        return topics

    return test.world.once(("codecs", test.broker.bootstrap, producer), write)


def register(producer):
    @scenario(f"codecs-of-{producer}")
    def read_codecs(test):
        for codec, topic in producing(test, producer).items():
            with wire.Connection(test.broker.port) as connection:
                stored = connection.batches(topic, 0)
            # Clients may leave a batch uncompressed that would not shrink, kcat a last one of a single record.
            kinds = [batch.codec for batch in stored if batch.count > 3]
            test.equal(set(kinds), {codec}, f"codec of the stored batches of {codec} by {producer}")
            test.same_records(test.read_all(topic, COUNT), contents(codec), f"{codec} records of {producer}")


for one in CLIENTS:
    if one not in ONE_WAY:
        register(one)


@scenario("topic-codec", needs={"producer-results"}, clients={"confluent"})
def topic_codec(test):
    """compression.type on the topic: the broker stores in that codec, whatever the producer used."""
    topic = test.topic(compression_type="gzip")
    test.produce(topic, contents("zstd"), compression_type="zstd")
    with wire.Connection(test.broker.port) as connection:
        test.equal({batch.codec for batch in connection.batches(topic, 0)}, {"gzip"}, "codec of the stored batches")
    test.same_records(test.read_all(topic, COUNT), contents("zstd"))


@scenario("old-zstd", clients={"sarama"})
def old_zstd(test):
    """zstd in a Produce from before zstd is refused, as Kafka refuses it; the other records are not disturbed."""
    topic = test.topic()
    (result,) = test.producer(compression_type="zstd").try_send(topic, contents("zstd")[:1])
    test.equal(result.get("error"), "UNSUPPORTED_COMPRESSION_TYPE", "a zstd batch in Produce 3")
    test.produce(topic, contents("gzip"), compression_type="gzip")
    test.same_records(test.read_all(topic, COUNT), contents("gzip"))
