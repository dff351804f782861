"""Client adapters as seen from the driver: a process that takes JSON lines, and a pool of them for each client."""

import base64
import itertools
import json
import os
import pathlib
import queue
import subprocess
import tempfile
import threading

HERE = pathlib.Path(__file__).resolve().parent.parent
WORK = HERE / ".work"
REPLY_SECONDS = 75
CLIENTS = ("kcat", "librdkafka", "confluent", "kafka-python", "aiokafka", "java", "sarama", "omkafka")
ONE_WAY = ("omkafka",)  # programs that only write; they run the scenarios that name them
JAVA_FLAGS = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto", "-Xss512k", "-Xmx768m"]


class ClientError(Exception):
    """An error that the client reported, under Kafka's name."""

    def __init__(self, name, message):
        super().__init__(f"{name}: {message}")
        self.name = name


class AdapterFailure(Exception):
    """The adapter died or did not answer in time."""


def command(client, bootstrap):
    """The command line of a client's adapter."""
    if client == "java":
        classes = f"{WORK}/java/classes:{WORK}/java/lib/*"
        return ["java", *JAVA_FLAGS, "-cp", classes, "Adapter", bootstrap]
    if client in ("librdkafka", "sarama"):
        return [str(WORK / client / "adapter"), bootstrap]
    python = "python3" if client in ("kcat", "omkafka") else str(WORK / "venv" / "bin" / "python")
    return [python, str(HERE / "clients" / client / "adapter.py"), bootstrap]


def b64(data):
    return None if data is None else base64.b64encode(data).decode()


def unb64(text):
    return None if text is None else base64.b64decode(text)


class Record:
    """A record as scenarios write and read it."""

    __slots__ = ("append_time", "headers", "key", "offset", "partition", "timestamp", "topic", "value")

    def __init__(self, key=None, value=None, headers=(), partition=None, timestamp=None, topic=None, offset=None,
                 append_time=False):
        self.key = key
        self.value = value
        self.headers = tuple(tuple(pair) for pair in headers)
        self.partition = partition
        self.timestamp = timestamp
        self.topic = topic
        self.offset = offset
        self.append_time = append_time

    @property
    def content(self):
        """What must survive unchanged from any producer to any consumer."""
        return (self.key, self.value, self.headers)

    def __repr__(self):
        def short(data):
            return data if data is None or len(data) < 40 else f"{data[:16]!r}… {len(data)} bytes"

        return f"<{self.topic}-{self.partition}@{self.offset} {short(self.key)}={short(self.value)} {self.headers}>"

    def to_json(self):
        return {"k": b64(self.key), "v": b64(self.value), "h": [[name, b64(value)] for name, value in self.headers],
                "p": self.partition, "ts": self.timestamp}

    @staticmethod
    def from_json(data):
        return Record(
            key=unb64(data["k"]), value=unb64(data["v"]), headers=[(name, unb64(value)) for name, value in data["h"]],
            partition=data["p"], timestamp=data["ts"], topic=data["t"], offset=data["o"],
            append_time=data.get("append_time", False),
        )


class AdapterProcess:
    """A running adapter."""

    def __init__(self, client, bootstrap):
        self.client = client
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            command(client, bootstrap), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}, start_new_session=True,
        )
        self.numbers = itertools.count(1)
        self.answers = queue.Queue()
        self.lock = threading.Lock()
        threading.Thread(target=self.read, daemon=True).start()
        hello = self.call("hello")
        self.features = set(hello["features"])
        self.version = hello["version"]

    def read(self):
        for line in self.process.stdout:
            self.answers.put(json.loads(line))
        self.answers.put(None)

    def call(self, op, reply_seconds=REPLY_SECONDS, **args):
        """Runs one operation and returns its result."""
        with self.lock:
            number = next(self.numbers)
            line = json.dumps({"id": number, "op": op, "args": args}) + "\n"
            try:
                self.process.stdin.write(line.encode())
                self.process.stdin.flush()
                answer = self.answers.get(timeout=reply_seconds)
            except (OSError, queue.Empty):
                answer = None
            if answer is None:
                gone = self.process.poll() is not None
                self.kill()
                raise AdapterFailure(f"{self.client} adapter {'died' if gone else 'did not answer'} in {op}\n{self.tail()}")
        if "error" in answer:
            raise ClientError(answer["error"]["name"], answer["error"]["message"])
        return answer["ok"]

    def alive(self):
        return self.process.poll() is None

    def kill(self):
        """kill -9, also of programs that the adapter runs."""
        if self.alive():
            os.killpg(self.process.pid, 9)
            self.process.wait()

    def tail(self, size=3000):
        self.log.seek(0, os.SEEK_END)
        self.log.seek(max(0, self.log.tell() - size))
        return self.log.read().decode(errors="replace")


class Pool:
    """Adapters kept between scenarios, since some take a second to start."""

    def __init__(self):
        self.idle = {}
        self.lock = threading.Lock()

    def take(self, client, bootstrap):
        with self.lock:
            waiting = self.idle.get((client, bootstrap), [])
            while waiting:
                adapter = waiting.pop()
                if adapter.alive():
                    return adapter
        return AdapterProcess(client, bootstrap)

    def give_back(self, adapter, bootstrap):
        """Keeps an adapter for the next scenario if it can still be cleaned up."""
        try:
            adapter.call("reset", reply_seconds=30)
        except (AdapterFailure, ClientError):
            adapter.kill()
            return
        with self.lock:
            self.idle.setdefault((adapter.client, bootstrap), []).append(adapter)

    def forget(self, bootstrap):
        """Ends the adapters of a broker that is gone."""
        with self.lock:
            gone = [adapter for key, waiting in self.idle.items() if key[1] == bootstrap for adapter in waiting]
            self.idle = {key: waiting for key, waiting in self.idle.items() if key[1] != bootstrap}
        for adapter in gone:
            adapter.kill()

    def close(self):
        with self.lock:
            adapters = [adapter for waiting in self.idle.values() for adapter in waiting]
            self.idle = {}
        for adapter in adapters:
            adapter.kill()
