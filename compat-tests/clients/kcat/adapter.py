"""Adapter for kcat on Debian's librdkafka (1.7.1 on 2.0.2): each operation is a run of the program."""

import os
import pathlib
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from adapter import Adapter, ClientError, decode, encode, main  # noqa: E402

KEY_MARK = b"\x01~key~\x02"
RECORD_MARK = b"\x01~record~\x02"
FROM_FILE = 500_000  # bytes; kcat sends longer values from a file, one file a record
FORMAT = "%p %o %T %K %S %t %h\n%k%s\n"
CONFIG_NAMES = {"max.request.size": "message.max.bytes", "delivery.timeout.ms": "message.timeout.ms",
                "fetch.max.wait.ms": "fetch.wait.max.ms"}
ABSENT = {"max.block.ms", "default.api.timeout.ms"}
ERRORS = {
    "Unknown topic or partition": "UNKNOWN_TOPIC_OR_PARTITION",
    "Message timed out": "TIMEOUT",
    "Message size too large": "MESSAGE_TOO_LARGE",
    "no previously committed offset available": "NO_OFFSET",
    "auto.offset.reset": "NO_OFFSET",
    "Topic authorization failed": "TOPIC_AUTHORIZATION_FAILED",
    "Group authorization failed": "GROUP_AUTHORIZATION_FAILED",
    "Cluster authorization failed": "CLUSTER_AUTHORIZATION_FAILED",
}


class Reader:
    """A running `kcat -C` or `kcat -G`, read by a thread."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.records = queue.Queue()
        self.errors = []
        self.threads = [threading.Thread(target=work, daemon=True) for work in (self.read, self.listen)]
        for thread in self.threads:
            thread.start()

    def read(self):
        out = self.process.stdout
        while head := out.readline():
            part, offset, timestamp, key_size, size, topic, headers = head[:-1].decode().split(" ", 6)
            key = out.read(max(0, int(key_size)))
            value = out.read(max(0, int(size)))
            out.read(1)
            self.records.put({
                "t": topic, "p": int(part), "o": int(offset), "ts": int(timestamp),
                "k": None if int(key_size) < 0 else encode(key), "v": None if int(size) < 0 else encode(value),
                "h": [self.header(pair) for pair in headers.split(",") if pair],
            })

    def header(self, pair):
        name, _, value = pair.partition("=")
        return [name, None if value == "NULL" else encode(value.encode())]

    def listen(self):
        for line in self.process.stderr:
            self.errors.append(line.decode(errors="replace").strip())

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise ClientError("TIMEOUT", "kcat did not stop") from None


class Consumer:
    """What a scenario opened: the settings, and the kcat programs that read for it."""

    def __init__(self, config):
        self.config = config
        self.readers = []

    def close(self):
        for reader in self.readers:
            reader.close()


class KcatAdapter(Adapter):
    name = "kcat"
    features = {"enable-idempotence", "group", "headers", "null-header", "reset-none", "seek", "times"}

    def version(self):
        out = subprocess.run(["kcat", "-V"], capture_output=True, text=True, check=True).stdout
        return next(line.split(" (")[0] for line in out.splitlines() if line.startswith("Version")).replace("Version", "kcat")

    def command(self, *arguments, config=None):
        result = ["kcat", "-b", self.bootstrap, *arguments]
        for key, value in (config or {}).items():
            if key in ABSENT or key == "group.id":
                continue
            if key == "compression.type":
                result += ["-z", value]
                continue
            if isinstance(value, bool):
                value = str(value).lower()
            if key == "auto.offset.reset" and value == "none":
                value = "error"
            result += ["-X", f"{CONFIG_NAMES.get(key, key)}={value}"]
        return result

    def failure(self, text):
        for sign, name in ERRORS.items():
            if sign in text:
                return ClientError(name, text)
        return ClientError("KCAT", text)

    # Producing: runs of records alike in what kcat sets once for a whole run

    def producer_open(self, config):
        return self.keep(config)

    def producer_close(self, handle):
        self.take(handle)

    def close_handle(self, value):
        if isinstance(value, Consumer):
            value.close()

    def producer_send(self, handle, topic, records, timeout_ms=30_000):
        start = 0
        while start < len(records):
            stop = start + 1
            while stop < len(records) and self.alike(records[start], records[stop]):
                stop += 1
            self.send_run(self.handles[handle], topic, records[start:stop], timeout_ms)
            start = stop
        return [{} for _ in records]

    def alike(self, one, other):
        def shape(record):
            return (record.get("p"), record["k"] is None, record.get("h") or [], record["v"] is None,
                    record["v"] == "", len(record["v"] or "") > FROM_FILE)

        return shape(one) == shape(other) and not shape(one)[-1]

    def send_run(self, config, topic, records, timeout_ms):
        sample = records[0]
        arguments = ["-P", "-t", topic]
        if sample.get("p") is not None:
            arguments += ["-p", str(sample["p"])]
        for name, value in sample.get("h") or []:
            arguments += ["-H", name if value is None else f"{name}={decode(value).decode()}"]
        if sample["v"] is None:
            arguments += ["-Z"]
        with tempfile.NamedTemporaryFile() as file:
            if len(sample["v"] or "") > FROM_FILE:
                file.write(decode(sample["v"]))
                arguments += ["-k", decode(sample["k"]).decode()] if sample["k"] is not None else []
                arguments += [file.name]
            else:
                arguments += ["-D", RECORD_MARK.decode()]
                arguments += ["-K", KEY_MARK.decode()] if sample["k"] is not None else []
                for record in records:
                    key = b"" if record["k"] is None else decode(record["k"]) + KEY_MARK
                    file.write(key + (decode(record["v"]) or b"") + RECORD_MARK)
            file.flush()
            file.seek(0)
            config = {"message.timeout.ms": timeout_ms, **config}
            done = subprocess.run(
                self.command(*arguments, config=config), stdin=file, capture_output=True, timeout=timeout_ms / 1000 + 20
            )
        errors = done.stderr.decode(errors="replace")
        if done.returncode or "Delivery failed" in errors:
            raise self.failure(errors)

    # Consuming

    def consumer_open(self, config):
        return self.keep(Consumer(config))

    def consumer_subscribe(self, handle, topics):
        consumer = self.handles[handle]
        command = self.command("-G", consumer.config["group.id"], "-u", "-f", FORMAT, config=consumer.config)
        consumer.readers.append(Reader([*command, *topics]))

    def consumer_assign(self, handle, partitions):
        consumer = self.handles[handle]
        for topic, number, at in partitions:
            self.start_reader(consumer, topic, number, str(at))

    def start_reader(self, consumer, topic, partition, at):
        consumer.readers.append(Reader(self.command(
            "-C", "-u", "-t", topic, "-p", str(partition), "-o", at, "-f", FORMAT, config=consumer.config
        )))

    def consumer_seek(self, handle, topic, partition, offset):
        consumer = self.handles[handle]
        consumer.close()
        consumer.readers = []
        self.start_reader(consumer, topic, partition, str(offset))

    def consumer_poll(self, handle, max_records=500, timeout_ms=1000):
        deadline = time.monotonic() + timeout_ms / 1000
        found = []
        readers = self.handles[handle].readers
        while True:
            for reader in readers:
                while len(found) < max_records and not reader.records.empty():
                    found.append(reader.records.get())
            if found or time.monotonic() > deadline:
                return found
            for reader in readers:
                if reader.process.poll() is not None and reader.records.empty():
                    reader.threads[1].join(2)
                    raise self.failure("\n".join(reader.errors))
            time.sleep(0.01)

    def consumer_offsets_for_times(self, handle, times):
        result = []
        for topic, number, at in times:
            done = subprocess.run(
                self.command("-Q", "-t", f"{topic}:{number}:{at}"), capture_output=True, text=True, timeout=30
            )
            if done.returncode:
                raise self.failure(done.stderr)
            offset = int(done.stdout.rsplit(" ", 1)[1])
            result.append(None if offset < 0 else offset)
        return result

    def consumer_close(self, handle):
        self.take(handle).close()


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    main(KcatAdapter)
