"""Adapter for rsyslog's omkafka: a log shipper as people run it, which follows a file and sends each new line on."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from adapter import Adapter, ClientError, main  # noqa: E402

STOP_SECONDS = 20
RSYSLOGD = shutil.which("rsyslogd", path=f"{os.environ.get('PATH', '')}:/usr/sbin") or "rsyslogd"
# What is not sent within a second is tried again by rsyslog, which keeps it in its queue, on disk if need be.
CONFIGURATION = """
global(workDirectory="{directory}/spool" net.enableDNS="off")
module(load="imfile")
module(load="omkafka")
template(name="line" type="string" string="%msg%")
input(type="imfile" file="{directory}/app.log" tag="app:" ruleset="ship" persistStateInterval="50")
ruleset(name="ship" queue.type="LinkedList" queue.filename="ship" queue.size="20000" queue.saveOnShutdown="on") {{
  action(
    type="omkafka" broker=["{bootstrap}"] topic="{topic}" template="line" partitions.auto="on"
    confParam=[{settings}] resubmitOnFailure="on" keepFailedMessages="on" failedMsgFile="{directory}/failed"
    action.resumeRetryCount="-1" action.resumeInterval="1"
  )
}}
"""


class Shipper:
    """One rsyslogd, in the foreground, with everything it reads and writes in a directory of its own."""

    def __init__(self, bootstrap, topic, config):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="martlet-omkafka-"))
        (self.directory / "spool").mkdir()
        self.log = (self.directory / "app.log").open("a")
        settings = ",".join(f'"{key}={value}"' for key, value in {"client.id": "rsyslog", **config}.items())
        file = self.directory / "rsyslog.conf"
        file.write_text(CONFIGURATION.format(directory=self.directory, bootstrap=bootstrap, topic=topic, settings=settings))
        self.process = subprocess.Popen(
            [RSYSLOGD, "-n", "-f", str(file), "-i", str(self.directory / "pid")], stdin=subprocess.DEVNULL, stdout=sys.stderr
        )

    def write(self, lines):
        if self.process.poll() is not None:
            raise ClientError("RSYSLOG", f"rsyslogd ended with {self.process.returncode}")
        self.log.write("".join(line + "\n" for line in lines))
        self.log.flush()

    def close(self):
        """Stops rsyslogd as an init system would; one that does not end is an error."""
        self.log.close()
        self.process.terminate()
        try:
            code = self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise ClientError("RSYSLOG", "rsyslogd did not end") from None
        finally:
            shutil.rmtree(self.directory, ignore_errors=True)
        if code:
            raise ClientError("RSYSLOG", f"rsyslogd ended with {code}")


class OmkafkaAdapter(Adapter):
    name = "omkafka"
    features = {"ship"}

    def version(self):
        out = subprocess.run([RSYSLOGD, "-v"], capture_output=True, text=True, check=True).stdout
        found = re.search(r"rsyslogd\s+(\S+)", out)
        return f"rsyslog {found.group(1) if found else 'of an unknown version'}"

    def ship_open(self, topic, config):
        return self.keep(Shipper(self.bootstrap, topic, config))

    def ship_lines(self, handle, lines):
        self.handles[handle].write(lines)

    def ship_close(self, handle):
        self.take(handle).close()


if __name__ == "__main__":
    main(OmkafkaAdapter)
