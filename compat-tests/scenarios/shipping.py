"""A log shipper: lines that a program writes to its log file come to a topic."""

import time

from harness.scenario import OWN, scenario

LINES = 1000


def lines(start, count):
    return [f"line {number} of the application's log: größer als 0 ☃" for number in range(start, start + count)]


class Shipper:
    """The shipper under test, open until `close`."""

    def __init__(self, test, topic, **config):
        self.adapter = test.client
        named = {key.replace("_", "."): value for key, value in config.items()}
        self.handle = self.adapter.call("ship.open", topic=topic, config=named)

    def write(self, texts):
        self.adapter.call("ship.lines", handle=self.handle, lines=texts)

    def close(self):
        self.adapter.call("ship.close", handle=self.handle)


def read(test, topic):
    consumer = test.consumer(test.helper)
    consumer.assign((topic, 0, "beginning"))
    return consumer


@scenario("ship-lines", needs={"ship"}, clients={"omkafka"})
def ship_lines(test):
    """Each line comes once and in order, also over the shipper's own restart."""
    topic = test.topic()
    shipper = Shipper(test, topic, compression_codec="lz4")
    for start in range(0, LINES, 100):
        shipper.write(lines(start, 100))
    consumer = read(test, topic)
    got = consumer.read(LINES)
    test.equal([one.value.decode() for one in got], lines(0, LINES), "lines")
    shipper.close()
    test.equal(consumer.poll(timeout_ms=1000), [], "lines after the last")


@scenario("ship-over-restart", needs={"ship"}, clients={"omkafka"}, broker=OWN, seconds=60)
def ship_over_restart(test):
    """While the broker is away the shipper keeps what it has; nothing is lost, before, during and after."""
    topic = test.topic()
    shipper = Shipper(test, topic)
    shipper.write(lines(0, 300))
    read(test, topic).read(300)
    shipper.write(lines(300, 100))
    test.broker.stop()
    shipper.write(lines(400, 300))
    time.sleep(1)
    test.broker.start()
    shipper.write(lines(700, 300))
    wanted = set(lines(0, LINES))
    consumer, found, copies = read(test, topic), set(), 0

    def complete():
        nonlocal copies
        for one in consumer.poll(timeout_ms=500):
            found.add(one.value.decode())
            copies += 1
        return found >= wanted

    test.eventually(complete, "all lines", seconds=45)
    test.equal(found - wanted, set(), "lines that nobody wrote")
    test.true(copies < 2 * LINES, f"{copies} copies of {LINES} lines")
    shipper.close()
