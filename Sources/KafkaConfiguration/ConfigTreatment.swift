/// What Martlet does with a config.
public enum ConfigTreatment: Equatable, Sendable {
    /// It is obeyed.
    case honoured
    /// It is accepted, and setting it gives one warning that says why it changes nothing.
    case noEffect(NoEffectReason)
}

/// Why a config that Kafka knows changes nothing here; the text completes "has no effect: …".
public enum NoEffectReason: String, Sendable {
    case zooKeeper = "this is a single broker that keeps its metadata in its own log, without ZooKeeper"
    case quorum = "this is a single broker that is its own controller; there is no quorum to tune"
    case replication = "this is a single broker; there are no other replicas"
    case tlsLibrary = "TLS is done by the system's OpenSSL"
    case noTLSClient = "this is a single broker; it opens no TLS connections of its own"
    case tlsRenewal = "a new certificate is taken up whatever names it has"
    case delegationTokens = "delegation tokens are not served"
    case kerberos = "Kerberos is not served"
    case saslClient = "it is for a broker that logs in elsewhere, and this one does not"
    case transactions = "transactions are not served"
    case consumerProtocol = "groups use the classic protocol; KIP-848 consumer groups are not served"
    case shareGroups = "share groups are not served"
    case streamsGroups = "streams groups are not served"
    case tieredStorage = "tiered storage is not served"
    case quotas = "copies of logs are not slowed down by quotas; those of clients are"
    case metadataLog = "it is for tests of the metadata log"
    case javaClass = "it names a Java class, and this broker does not run Java"
    case metrics = "metrics are kept without Java's reporters"
    case threads = "work is spread over event loops and a small thread pool of the broker's own"
    case internals = "it tunes the inside of Kafka, which works in another way here"
    case messageFormat = "batches are stored in message format 2 and never converted down"
    case retired = "Kafka itself dropped it"
}
