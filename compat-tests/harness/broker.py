"""A broker under test: started from the built binary on a free port, with its own data directory and log."""

import contextlib
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

from harness import wire

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
START_SECONDS = 20
STOP_SECONDS = 30
# Tests wait for no more than they check: the first rebalance is not delayed unless a scenario asks for it.
DEFAULTS = {
    "node.id": "1",
    "num.partitions": "2",
    "auto.create.topics.enable": "true",
    "group.initial.rebalance.delay.ms": "0",
}


class BrokerFailure(Exception):
    """The broker did not start, or did not stop as asked."""


def binary():
    """The program under test: MARTLET_BIN, or the newest kind of build there is."""
    named = os.environ.get("MARTLET_BIN")
    if named:
        return pathlib.Path(named)
    for kind in ("release", "debug"):
        built = ROOT / ".build" / kind / "martlet"
        if built.exists():
            return built
    raise BrokerFailure("no martlet binary: run `make build` or set MARTLET_BIN")


def free_port():
    """A port that the kernel calls free; somebody else may take it before the broker does."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Proxy:
    """A proxy in front of one broker. It stays while the broker stops and starts."""

    def __init__(self, directory, upstream_port, port, overrides, secured=None, name="proxy"):
        self.log = directory / f"{name}.log"
        self.users = directory / f"{name}.users"
        self.port = port
        # The settings that it was started with, so far as they are not its own.
        self.given = (dict(overrides), dict(secured or {}))
        self.sasl_port = None
        # Brokers of the tests have id 1, which is the port above the base.
        self.node_port = free_port()
        base = self.node_port - 1
        lines = {
            "listeners": f"PLAINTEXT://127.0.0.1:{port}",
            "martlet.proxy.node.port.base": base,
            "max.connections.per.ip": 2**31 - 1,
        }
        for more in (self.logins(overrides), self.secured(overrides, secured or {})):
            listeners = ",".join(filter(None, (lines["listeners"], more.pop("listeners", None))))
            lines |= {**more, "listeners": listeners}
        if os.environ.get("MARTLET_PROXIED") == "tenant":
            lines |= {
                "martlet.proxy.virtual.clusters": "tenant",
                "martlet.proxy.virtual.cluster.tenant.listeners":
                    "PLAINTEXT,SASL_PLAINTEXT" if self.sasl_port else "PLAINTEXT",
                "martlet.proxy.virtual.cluster.tenant.prefix": "tenant.",
            }
        config = directory / f"{name}.properties"
        config.write_text("".join(f"{key}={value}\n" for key, value in lines.items()))
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [str(binary()), "proxy", "--upstream", f"127.0.0.1:{upstream_port}", "--config", str(config)],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )

    def logins(self, overrides):
        """What lets clients log in here instead of at the broker, where the broker has mechanisms."""
        if "sasl.enabled.mechanisms" not in overrides:
            return {}
        self.sasl_port, node_port = free_port(), free_port()
        self.users.touch()
        return {
            **{key: value for key, value in overrides.items() if "sasl" in key or key == "connections.max.reauth.ms"},
            "listeners": f"SASL_PLAINTEXT://127.0.0.1:{self.sasl_port}",
            "listener.name.sasl_plaintext.martlet.proxy.node.port.base": node_port - 1,
            "martlet.proxy.scram.users.file": self.users,
        }

    def secured(self, overrides, ports):
        """Listeners with TLS, and what the broker would have been told about them."""
        if not ports:
            return {}
        return {
            **{key: value for key, value in overrides.items() if "ssl." in key or key.endswith("protocol.map")},
            **{f"listener.name.{name.lower()}.martlet.proxy.node.port.base": free_port() - 1 for name in ports},
            "listeners": ",".join(f"{name}://127.0.0.1:{port}" for name, port in ports.items()),
        }

    def set_user(self, user, mechanism, password):
        """Gives a user a password for a mechanism of SCRAM, or takes it away with None; returns when it is in force."""
        sign = "read a file of settings anew"
        before = self.log.read_text().count(sign)
        if password is None:
            lines = self.users.read_text().splitlines(keepends=True)
            self.users.write_text("".join(line for line in lines if f"name={user} mechanism={mechanism} " not in line))
        else:
            subprocess.run(
                [str(binary()), "users", "add", user, "--mechanism", mechanism, "--file", str(self.users)],
                input=password + "\n", text=True, check=True, capture_output=True)
        deadline = time.monotonic() + START_SECONDS
        while self.log.read_text().count(sign) == before:
            if time.monotonic() > deadline:
                raise BrokerFailure("the proxy does not take up its users")
            time.sleep(0.05)

    def wait(self):
        """Until it listens."""
        deadline = time.monotonic() + START_SECONDS
        while "listening" not in self.log.read_text(errors="replace"):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise BrokerFailure(f"the proxy does not listen; see {self.log}")
            time.sleep(0.01)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Broker:
    """One broker process and its directory. `start` may be called again after `stop` or `kill`, on the same data."""

    def __init__(self, name="broker", overrides=None):
        self.name = name
        self.overrides = {**DEFAULTS, **(overrides or {})}
        self.environment = {}
        self.listeners = {}  # further ones, by name, with their ports
        self.proxied = bool(os.environ.get("MARTLET_PROXIED"))
        self.proxy = None
        # Where clients log in at the broker, though through a proxy.
        self.passing = None
        # Listeners with TLS are the broker's also where there is a proxy.
        self.keeps_tls = False
        self.own_port = None
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix=f"martlet-{name}-"))
        self.log = self.directory / "broker.log"
        self.port = None
        self.process = None
        self.lock = threading.Lock()

    @property
    def bootstrap(self):
        return f"127.0.0.1:{self.port}"

    @property
    def has_sasl(self):
        """Whether mechanisms are enabled: then there is a listener SASL_PLAINTEXT, whatever else."""
        return "sasl.enabled.mechanisms" in self.overrides

    @property
    def sasl_port(self):
        return self.proxy.sasl_port if self.proxy else self.listeners["SASL_PLAINTEXT"]

    @property
    def login_log(self):
        """Where logins are told of: the log of whatever clients log in to."""
        return (self.proxy.log if self.proxy else self.log).read_text(errors="replace")

    @property
    def tls_log(self):
        """Where handshakes are told of."""
        return self.log.read_text(errors="replace") if self.keeps_tls else self.login_log

    @property
    def fronted(self):
        """Listeners with TLS that the proxy has in the broker's place."""
        kinds = dict(one.split(":") for one in self.overrides.get("listener.security.protocol.map", "").split(",") if one)
        moved = self.proxied and not self.keeps_tls
        return {name: port for name, port in self.listeners.items() if moved and kinds.get(name, name).endswith("SSL")}

    def own_login_port(self):
        """Where clients log in at the broker itself, behind a proxy that passes logins on if there is to be one."""
        port = self.listeners["SASL_PLAINTEXT"]
        if not self.proxied or os.environ["MARTLET_PROXIED"] == "tenant":
            return port
        if not self.passing:
            self.passing = Proxy(self.directory, port, free_port(), {}, name="passing")
            self.passing.wait()
        return self.passing.port

    def reload(self):
        """SIGHUP to whatever has the listeners."""
        (self.proxy or self).process.send_signal(signal.SIGHUP)

    @property
    def advertised(self):
        """Where clients are told that broker 1 is."""
        return f"127.0.0.1:{self.proxy.node_port if self.proxy else self.port}"

    @property
    def pid(self):
        return self.process.pid

    def start(self):
        """Starts the broker and waits until it answers ApiVersions. A port, once chosen, is kept for restarts."""
        attempts = 1 if self.port else 3
        for attempt in range(attempts):
            self.port = self.port or free_port()
            self.own_port = self.own_port or (free_port() if self.proxied else self.port)
            self.launch()
            if self.proxy and self.proxy.given != (self.overrides, self.fronted):
                self.proxy.stop()
                self.proxy = None
            if self.proxied and not self.proxy:
                self.proxy = Proxy(self.directory, self.own_port, self.port, self.overrides, self.fronted)
            if self.ready():
                return self
            taken = "in use" in self.tail(5)
            self.kill()
            if not taken or attempt + 1 == attempts:
                break
            self.port = self.own_port = None
            self.end_proxy()
        raise BrokerFailure(f"{self.name} did not answer within {START_SECONDS} s\n{self.tail()}")

    def launch(self):
        config = self.directory / "server.properties"
        lines = {**self.overrides, "listeners": self.listeners_text(), "log.dirs": str(self.directory / "data")}
        config.write_text("".join(f"{key}={value}\n" for key, value in lines.items()))
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [str(binary()), "serve", "--config", str(config)], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={**os.environ, **self.environment},
            )

    def listeners_text(self):
        if self.has_sasl and "SASL_PLAINTEXT" not in self.listeners:
            self.listeners["SASL_PLAINTEXT"] = free_port()
        named = {"PLAINTEXT": self.own_port, **self.listeners}
        for name in self.fronted:
            del named[name]
        return ",".join(f"{name}://127.0.0.1:{port}" for name, port in named.items())

    def ready(self):
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            with contextlib.suppress(OSError, wire.WireFailure), wire.Connection(self.port, timeout=1) as connection:
                connection.api_versions()
                return True
            time.sleep(0.01)
        return False

    def stop(self):
        """Stops the broker as an operator would; a broker that does not end in time is an error."""
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise BrokerFailure(f"{self.name} was still there {STOP_SECONDS} s after SIGTERM") from None
        if code != 0:
            raise BrokerFailure(f"{self.name} ended with {code} after SIGTERM\n{self.tail()}")

    def kill(self):
        """kill -9."""
        self.process.kill()
        self.process.wait()

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def rss(self):
        """Resident memory in bytes."""
        return self.status("VmRSS:")

    def peak_rss(self):
        """The most resident memory so far, in bytes."""
        return self.status("VmHWM:")

    def status(self, field):
        if not self.alive():
            raise BrokerFailure(f"{self.name} is gone: it ended with {self.process.returncode}")
        with open(f"/proc/{self.pid}/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith(field))

    def open_files(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def tail(self, lines=25):
        if not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def end_proxy(self):
        for proxy in filter(None, (self.proxy, self.passing)):
            proxy.stop()
        self.proxy = self.passing = None

    def discard(self, keep=False):
        """Ends the process and removes its directory; with `keep` the directory stays."""
        if self.alive():
            with contextlib.suppress(BrokerFailure):
                self.stop()
        self.end_proxy()
        if not keep:
            shutil.rmtree(self.directory, ignore_errors=True)


class ExistingBroker:
    """A broker that somebody else runs (--bootstrap): it can be talked to, and nothing else."""

    def __init__(self, bootstrap):
        self.name = "existing"
        self.bootstrap = bootstrap
        self.advertised = bootstrap
        self.port = int(bootstrap.rsplit(":", 1)[1])

    def alive(self):
        return True

    def tail(self, lines=25):
        return ""

    def discard(self, keep=False):
        pass
