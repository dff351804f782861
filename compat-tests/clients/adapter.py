"""What every Python adapter shares: the loop that reads commands as JSON lines and answers them.

A command is `{"id": 1, "op": "consumer.poll", "args": {...}}`. The answer is `{"id": 1, "ok": ...}` or
`{"id": 1, "error": {"name": "UNKNOWN_TOPIC_OR_PARTITION", "message": "..."}}`. Operations, arguments and results are
described in compat-tests/README.md; an adapter defines one method an operation (`consumer.poll` is `consumer_poll`).
"""

import base64
import json
import os
import sys
import traceback


class ClientError(Exception):
    """An error of the client under test, under the name that Kafka gives it."""

    def __init__(self, name, message=""):
        super().__init__(f"{name}: {message}")
        self.name = name
        self.message = message


def encode(data):
    """Bytes as they travel in JSON."""
    return None if data is None else base64.b64encode(data).decode()


def decode(text):
    """The bytes behind `encode`."""
    return None if text is None else base64.b64decode(text)


class Adapter:
    """Base of the adapters: dispatch, handles of open producers and consumers, naming of errors."""

    name = ""
    features = ()

    def __init__(self, bootstrap):
        self.bootstrap = bootstrap
        self.handles = {}
        self.next_handle = 1

    def keep(self, value):
        """Stores an open producer or consumer and returns its handle."""
        handle = self.next_handle
        self.next_handle += 1
        self.handles[handle] = value
        return handle

    def take(self, handle):
        """Removes an open producer or consumer, about to be closed."""
        return self.handles.pop(handle)

    def hello(self):
        return {"name": self.name, "features": sorted(self.features), "version": self.version()}

    def version(self):
        raise NotImplementedError

    def close_handle(self, value):
        value.close()

    def reset(self):
        """Closes whatever a scenario left open, so that the process can serve the next one."""
        for handle in list(self.handles):
            try:
                self.close_handle(self.take(handle))
            except Exception:  # noqa: BLE001 - a broken handle must not keep the others open
                traceback.print_exc()

    def error(self, failure):
        """The neutral form of an exception of the client."""
        if isinstance(failure, ClientError):
            return failure
        return ClientError(type(failure).__name__, str(failure))

    def run(self, op, args):
        return getattr(self, op.replace(".", "_"))(**args)

    def serve(self):
        """Answers commands until standard input ends."""
        answers = os.fdopen(os.dup(1), "w")
        os.dup2(2, 1)  # what a library prints must not mix with the answers
        for line in sys.stdin:
            command = json.loads(line)
            answer = {"id": command["id"]}
            try:
                answer["ok"] = self.run(command["op"], command.get("args", {}))
            except Exception as failure:  # noqa: BLE001 - every failure is an answer
                if not isinstance(failure, ClientError):
                    traceback.print_exc()
                named = self.error(failure)
                answer["error"] = {"name": named.name, "message": named.message}
            answers.write(json.dumps(answer) + "\n")
            answers.flush()
        self.reset()


def main(adapter):
    """Entry of an adapter program: its one argument is the bootstrap address."""
    adapter(sys.argv[1]).serve()
