/// Filters and virtual clusters of the proxy. `<name>` stands for a name that the operator gives.
enum ProxyFilterKeys {
    /// What each type of filter may be given; the loader refuses others.
    static let options: [String: Set<String>] = [
        "topics": ["allow", "deny"],
        "records": ["topics", "max.record.bytes", "key.required", "max.decompressed.bytes"],
        "headers": ["topics", "headers", "max.decompressed.bytes"],
        "mask": ["topics", "fields", "replacement", "on", "non.json", "max.decompressed.bytes"],
        "fault": ["apis", "action", "delay.ms", "error", "probability", "seed", "count", "skip", "clients"],
        "audit": ["apis", "file"],
    ]

    /// The base of a name such as `martlet.proxy.filter.audit.type`, in which `<name>` stands for `audit`; nil for
    /// other names.
    static func base(of name: String) -> String? {
        for prefix in [ProxyFilterSettings.prefix, VirtualClusterSettings.prefix] where name.hasPrefix(prefix) {
            let rest = name.dropFirst(prefix.count)
            guard let dot = rest.firstIndex(of: "."), dot > rest.startIndex else { return nil }
            return "\(prefix)<name>\(rest[dot...])"
        }
        return nil
    }

    private static func filter(
        _ option: String, _ type: ConfigType, _ defaultValue: String?, _ rule: ConfigRule, _ documentation: String
    ) -> ConfigDefinition {
        ConfigDefinition(
            "\(ProxyFilterSettings.prefix)<name>.\(option)", type, defaultValue, rule, .medium, .readOnly, .honoured,
            documentation)
    }

    private static func cluster(
        _ option: String, _ type: ConfigType, _ defaultValue: String?, _ documentation: String
    ) -> ConfigDefinition {
        ConfigDefinition(
            "\(VirtualClusterSettings.prefix)<name>.\(option)", type, defaultValue, .any, .medium, .readOnly,
            .honoured, documentation)
    }

    static let definitions: [ConfigDefinition] =
        filterDefinitions + clusterDefinitions + ProxyUpstreamKeys.virtualDefinitions + [
            ConfigDefinition(
                "martlet.proxy.filters", .list, "", .any, .medium, .readOnly, .honoured,
                """
                Names of filters that requests of clients pass, in this order, and answers in the reverse one; each is \
                described by keys that begin with martlet.proxy.filter.<name>. Read again on SIGHUP.
                """),
            ConfigDefinition(
                "martlet.proxy.virtual.clusters", .list, "", .any, .medium, .readOnly, .honoured,
                """
                Names of virtual clusters; each is described by keys that begin with \
                martlet.proxy.virtual.cluster.<name>, and its clients see nothing of the others.
                """),
        ]

    private static let filterDefinitions: [ConfigDefinition] = [
        filter(
            "type", .string, nil, .oneOf(options.keys.sorted()),
            "What the filter does: see docs/filters.md."),
        filter(
            "topics", .list, "", .any,
            "Types records, headers, mask: regular expressions for whole topic names that the filter is for; empty for all."
        ),
        filter(
            "allow", .list, "", .any,
            "Type topics: regular expressions for the names of topics that clients see; empty for all."),
        filter(
            "deny", .list, "", .any,
            "Type topics: regular expressions for the names of topics that clients do not see; goes before allow."),
        filter(
            "max.record.bytes", .long, "-1", .atLeast(-1),
            "Type records: the largest record that may be produced, uncompressed, in bytes; -1 for any."),
        filter("key.required", .boolean, "false", .any, "Type records: whether records without a key are refused."),
        filter(
            "max.decompressed.bytes", .int, "67108864", .atLeast(1),
            "Types records, headers, mask: the most bytes that a batch may come to when it is decompressed."),
        filter(
            "headers", .list, "", .any,
            """
            Type headers: headers that are added to every record that is produced, as key=value; $(clientId), \
            $(principal), $(listener), $(peerHost) and $(topic) stand for what they say.
            """),
        filter(
            "fields", .list, "", .any,
            """
            Type mask: JSON pointers (RFC 6901) to what is replaced in values, such as /customer/name; * stands for \
            every member or element.
            """),
        filter("replacement", .string, "***", .any, "Type mask: the text that takes the place of what is masked."),
        filter(
            "on", .string, "fetch", .oneOf(["fetch", "produce"]),
            "Type mask: whether values are masked when they are fetched, or before they reach the cluster."),
        filter(
            "non.json", .string, "pass", .oneOf(["pass", "mask", "refuse"]),
            """
            Type mask: what becomes of values that are no JSON: pass leaves them, mask replaces them whole, refuse \
            refuses the batch they are produced in.
            """),
        filter(
            "apis", .list, "*", .any,
            "Types fault, audit: names of the APIs that the filter is for, such as Produce; * for all."),
        filter(
            "action", .string, "delay", .oneOf(["delay", "error", "disconnect", "blackhole"]),
            "Type fault: what happens to a request that is hit."),
        filter("delay.ms", .long, "1000", .between(0, 3_600_000), "Type fault, action delay: how long it is held up."),
        filter(
            "error", .string, "UNKNOWN_SERVER_ERROR", .any,
            "Type fault, action error: the name of Kafka's error code that is answered."),
        filter("probability", .double, "1.0", .between(0, 1), "Type fault: how likely a request is hit, from 0 to 1."),
        filter(
            "seed", .long, "0", .any, "Type fault: what the choice by probability begins with; the same hits the same."),
        filter("skip", .long, "0", .atLeast(0), "Type fault: how many requests are left alone first."),
        filter("count", .long, "-1", .atLeast(-1), "Type fault: how many requests are hit in all; -1 for no bound."),
        filter(
            "clients", .list, "", .any,
            "Type fault: regular expressions for whole client ids that the filter is for; empty for all."),
        filter(
            "file", .string, nil, .any,
            "Type audit: a file that lines are appended to; without it they are logged."),
    ]

    private static let clusterDefinitions: [ConfigDefinition] = [
        cluster("listeners", .list, "", "Names of the listeners that clients of the virtual cluster come to."),
        cluster(
            "prefix", .string, "",
            """
            What the names of the virtual cluster's topics, groups and transactional ids begin with in the cluster \
            behind the proxy; clients see them without it. Empty changes no names.
            """),
        cluster(
            "upstream.servers", .list, "",
            "Brokers of the cluster behind this virtual one; empty takes martlet.proxy.upstream.servers."),
        cluster(
            "cluster.id", .string, nil,
            "The cluster id that clients are told; without it, the cluster's own behind the name of the virtual one."),
        cluster(
            "filters", .list, "",
            "Names of filters that requests pass in this virtual cluster, behind those of martlet.proxy.filters."),
        cluster(
            "acls.file", .string, nil,
            """
            The ACLs by which the proxy decides on the listeners of this virtual cluster, in the place of those of \
            martlet.proxy.acls.file; by the names that its clients use. Read anew when it changes.
            """),
        cluster(
            "super.users", .string, nil,
            """
            Principals that may do everything in this virtual cluster, in the place of those of super.users; set and \
            empty, nobody is one.
            """),
        cluster(
            "scram.users.file", .string, nil,
            """
            The users who log in by SCRAM on the listeners of this virtual cluster, in the place of those of \
            martlet.proxy.scram.users.file. Read anew when it changes.
            """),
        cluster(
            "quotas.file", .string, nil,
            """
            Client quotas in this virtual cluster, in the place of those of martlet.proxy.quotas.file; what is used \
            elsewhere does not count. Read anew when it changes.
            """),
        cluster(
            "upstream.identities.file", .string, nil,
            """
            Logins by which the proxy speaks for single clients of this virtual cluster, in the place of those of \
            martlet.proxy.upstream.identities.file. Read anew when it changes.
            """),
        cluster(
            "upstream.inherit.credentials", .boolean, "false",
            """
            Whether upstream.servers of this virtual cluster are shown the credentials of martlet.proxy.upstream, \
            where it has none of its own; whoever runs them can then use those.
            """),
    ]
}
