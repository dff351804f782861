"""Which scenarios are run with which clients."""

import importlib
import pkgutil

from harness.client import CLIENTS, HERE, ONE_WAY
from harness.scenario import REGISTRY


def load():
    """Imports every module of scenarios/, which registers what is in it."""
    for module in pkgutil.iter_modules([str(HERE / "scenarios")]):
        importlib.import_module(f"scenarios.{module.name}")


def chosen(clients=None, beginnings=None):
    """Pairs of a client and a scenario, of all clients or those named, and of all scenarios or those that begin so."""
    wanted = [
        one for one in REGISTRY.values()
        if not beginnings or any(one.name.startswith(start) for start in beginnings)
    ]
    everybody = set(CLIENTS) - set(ONE_WAY)
    return [(client, one) for one in wanted for client in clients or CLIENTS if client in (one.clients or everybody)]
