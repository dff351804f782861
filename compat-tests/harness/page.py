"""What a run says about each client: the page docs/compatibility.md, and the list of scenarios beside each adapter."""

from harness.broker import ROOT
from harness.client import HERE

PAGE = ROOT / "docs" / "compatibility.md"
HEAD = """# Clients that were run against Martlet

Written by `compat-tests/run --write-page`; change the scenarios or the adapters, not this page. Every scenario is run
with every client that can take part, on each change. What was learned about a client is in the FINDINGS.md beside its
adapter, with the scenario that holds it.

| Client | Version | Passed | Skipped | |
|---|---|---|---|---|
"""
LEGEND = """
## Scenarios

yes: passed. A number: skipped, for the reason below. Empty: written for other clients.

"""
ABOUT = {
    "kcat": "Debian's command-line client", "librdkafka": "Debian's C library, driven from C",
    "confluent": "confluent-kafka for Python on a current librdkafka", "kafka-python": "Python, no native code",
    "aiokafka": "Python, asyncio", "java": "the official client", "sarama": "Debian's Go client",
    "omkafka": "rsyslog's output, fed from a followed log file",
}


def list_of(client):
    return HERE / "clients" / client / "scenarios.txt"


def listed(client):
    """The scenarios that a client is known to pass."""
    path = list_of(client)
    return set(path.read_text().split()) if path.exists() else set()


def lost(results):
    """Scenarios on the lists that were skipped, each as a text: a feature that an adapter loses must not go unnoticed
    because what needs it is skipped from then on."""
    for result in results:
        if result.verdict == "SKIP" and result.scenario in listed(result.client):
            yield f"{result.client} {result.scenario} was skipped, but is in {list_of(result.client).relative_to(ROOT)}"


def unlisted(results):
    """Pairs that passed and are on no list yet."""
    return [one for one in results if one.verdict == "PASS" and one.scenario not in listed(one.client)]


def write(results, versions):
    """Writes the page and the lists from a whole run in which nothing failed."""
    clients = [client for client in ABOUT if client in versions]
    for client in clients:
        passed = sorted(one.scenario for one in results if one.client == client and one.verdict == "PASS")
        list_of(client).write_text("".join(f"{name}\n" for name in passed))
    PAGE.write_text(page(results, versions, clients))


def page(results, versions, clients):
    found = {(one.client, one.scenario): one for one in results}
    reasons = sorted({one.reason for one in results if one.verdict == "SKIP"})
    numbers = {reason: index + 1 for index, reason in enumerate(reasons)}

    def count(client, verdict):
        return sum(one.client == client and one.verdict == verdict for one in results)

    def cell(client, name):
        one = found.get((client, name))
        return "" if one is None else "yes" if one.verdict == "PASS" else str(numbers[one.reason])

    lines = [
        f"| [{client}](../compat-tests/clients/{client}/FINDINGS.md) | {versions[client]} | {count(client, 'PASS')} "
        f"| {count(client, 'SKIP')} | {ABOUT[client]} |\n"
        for client in clients
    ]
    table = [f"| | {' | '.join(clients)} |\n", "|---" * (len(clients) + 1) + "|\n"]
    for name in sorted({one.scenario for one in results}):
        table.append(f"| {name} | {' | '.join(cell(client, name) for client in clients)} |\n")
    notes = [f"{numbers[reason]}. {reason}\n" for reason in reasons]
    return HEAD + "".join(lines) + LEGEND + "".join(table) + "\n" + "".join(notes)
