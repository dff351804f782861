"""Runs (client, scenario) pairs, several at once, and reports each in a line."""

import contextlib
import dataclasses
import os
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor, as_completed

from harness import scenario as scenarios
from harness.broker import Broker, BrokerFailure, ExistingBroker
from harness.client import AdapterFailure, ClientError, Pool

# What every broker of the suite is started with beyond the defaults of harness/broker.py.
SHARED_OVERRIDES = {"max.connections.per.ip": "2147483647"}


@dataclasses.dataclass
class Result:
    client: str
    scenario: str
    verdict: str  # PASS, FAIL, SKIP
    reason: str = ""
    seconds: float = 0.0


class World:
    """The brokers that scenarios share, each started when first needed, and values prepared once for several."""

    def __init__(self, existing=None):
        self.existing = existing
        self.brokers = {}
        self.prepared = {}
        self.lock = threading.Lock()

    def broker(self, kind):
        if self.existing:
            return self.existing
        with self.lock:
            if kind not in self.brokers:
                overrides = dict(SHARED_OVERRIDES)
                if kind == scenarios.NO_AUTO_CREATE:
                    overrides["auto.create.topics.enable"] = "false"
                self.brokers[kind] = Broker(kind, overrides).start()
            return self.brokers[kind]

    def once(self, key, prepare):
        """The value of `prepare()`, which runs once for each key; others wait for it."""
        with self.lock:
            cell = self.prepared.setdefault(key, {"lock": threading.Lock()})
        with cell["lock"]:
            if "value" not in cell:
                cell["value"] = prepare()
            return cell["value"]

    def close(self, keep):
        for broker in self.brokers.values():
            broker.discard(keep)


class Runner:
    """Runs the pairs it is given and keeps the results."""

    def __init__(self, existing=None, keep=False, jobs=4):
        self.world = World(ExistingBroker(existing) if existing else None)
        self.pool = Pool()
        self.keep = keep
        self.jobs = jobs
        self.results = []
        self.print_lock = threading.Lock()
        self.features = {}
        self.versions = {}
        self.feature_lock = threading.Lock()
        self.prefix = f"c{os.getpid()}"

    def features_of(self, client):
        with self.feature_lock:
            if client not in self.features:
                broker = self.world.broker(scenarios.SHARED)
                adapter = self.pool.take(client, broker.bootstrap)
                self.features[client] = adapter.features
                self.versions[client] = adapter.version
                self.say(f"     {client}: {adapter.version}")
                self.pool.give_back(adapter, broker.bootstrap)
            return self.features[client]

    def say(self, text):
        with self.print_lock:
            print(text, flush=True)

    def report(self, result):
        reason = f"  ({result.reason})" if result.verdict == "SKIP" else ""
        with self.print_lock:
            self.results.append(result)
            print(f"{result.verdict} {result.client:<13} {result.scenario:<28} {result.seconds:6.1f} s{reason}", flush=True)
            if result.verdict == "FAIL":
                print("\n".join("     " + line for line in result.reason.splitlines()), flush=True)

    def run(self, pairs):
        """Runs every pair, long ones first so that they do not run last and alone."""
        ordered = sorted(pairs, key=lambda pair: -pair[1].seconds)
        try:
            self.world.broker(scenarios.SHARED)
        except BrokerFailure as failure:
            self.report(Result("no client", "broker start", "FAIL", str(failure)))
            return self.results
        try:
            with ThreadPoolExecutor(self.jobs) as executor:
                futures = [executor.submit(self.run_one, client, one) for client, one in ordered]
                for future in as_completed(futures):
                    self.report(future.result())
        finally:
            self.close()
        return self.results

    def close(self):
        self.pool.close()
        failed = any(result.verdict == "FAIL" for result in self.results)
        for broker in self.world.brokers.values():
            if failed and not broker.alive():
                self.say(f"FAIL broker {broker.name} ended by itself:\n{broker.tail()}")
            if failed:
                self.say(f"     log of broker {broker.name}: {broker.log}")
        self.world.close(self.keep or failed)

    def missing(self, client, one):
        """Why this client does not run this scenario, or an empty text."""
        if self.world.existing and one.broker != scenarios.SHARED:
            return "needs a broker of its own"
        lacking = one.needs - self.features_of(client)
        return "not in its adapter: " + ", ".join(sorted(lacking)) if lacking else ""

    def run_one(self, client, one):
        started = time.monotonic()
        try:
            skipped = self.missing(client, one)
            if skipped:
                return Result(client, one.name, "SKIP", skipped)
            reason = self.attempt(client, one)
        except Exception:  # noqa: BLE001 - a failure of the harness is a failure of the pair
            reason = traceback.format_exc()
        return Result(client, one.name, "FAIL" if reason else "PASS", reason, time.monotonic() - started)

    def attempt(self, client, one):
        """Runs the scenario; an empty text means that it passed."""
        own = one.broker == scenarios.OWN
        broker = Broker(f"{client}-{one.name}", {**SHARED_OVERRIDES, **one.overrides}) if own else self.world.broker(one.broker)
        context = scenarios.Context(client, one.name, broker, self.pool, self.prefix, self.world)
        reason = ""
        try:
            if own:
                broker.start()
            one.run(context)
        except (scenarios.Failed, ClientError, AdapterFailure) as failure:
            where = traceback.extract_tb(failure.__traceback__)
            line = next((frame for frame in reversed(where) if "scenarios" in frame.filename.rsplit("/", 2)[-2]), where[-1])
            reason = f"{os.path.basename(line.filename)}:{line.lineno} {line.line}\n{failure}"
        except Exception:  # noqa: BLE001 - told as it is
            reason = traceback.format_exc()
        with contextlib.suppress(Exception):
            context.release()
        if own:
            self.pool.forget(broker.bootstrap)
            if reason:
                reason += f"\nlast lines of {broker.log}:\n{broker.tail()}"
            broker.discard(self.keep or bool(reason))
        return reason
