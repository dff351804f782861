"""Small things that the programs of this folder share."""

import subprocess
import sys

from harness.broker import BrokerFailure
from harness.client import HERE, AdapterFailure, ClientError
from harness.scenario import Failed


def prepare():
    """Runs setup, which does nothing when all is there."""
    if subprocess.run([str(HERE / "setup")], stdin=subprocess.DEVNULL).returncode:
        sys.exit("compat-tests/setup failed")


class Tally:
    """Counts checks and prints each."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def note(self, name, held, text):
        """Counts a check that was made."""
        self.passed += bool(held)
        self.failed += not held
        print(f"{'PASS' if held else 'FAIL'} {name}: {text}", flush=True)

    def check(self, name, action):
        """Runs a check that fails by raising; returns whether it held."""
        try:
            text = action()
        except (Failed, BrokerFailure, AdapterFailure, ClientError) as failure:
            self.note(name, False, failure)
            return False
        self.note(name, True, text or "yes")
        return True
