import ArgumentParser

/// Where a proxy's cluster is: a group of its own, as a command shares only those with the commands beneath it.
struct UpstreamOption: ParsableArguments {
    @Option(
        name: .customLong("upstream"),
        help: ArgumentHelp(
            "Brokers of the cluster to begin with; goes before martlet.proxy.upstream.servers.",
            valueName: "host:port,..."))
    var servers: String?
}
