"""Small things that the programs of this folder share."""

import subprocess
import sys

from harness.client import HERE


def prepare():
    """Runs setup, which does nothing when all is there."""
    if subprocess.run([str(HERE / "setup")], stdin=subprocess.DEVNULL).returncode:
        sys.exit("compat-tests/setup failed")
