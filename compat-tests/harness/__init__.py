"""The driver of the compat tests: starts brokers and client adapters, runs scenarios, reports. Standard library only."""
