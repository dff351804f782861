public import KafkaConfiguration
public import KafkaSecurity
public import Logging
import Synchronization

/// The TLS contexts of a broker's listeners, made anew when their files or settings change. A context that cannot be
/// made leaves the one before in use.
public final class TLSListeners: Sendable {
    /// How often files and settings are looked at.
    private static let interval = Duration.seconds(1)

    private struct Source: Equatable {
        var settings: TLSSettings
        var stamps: [FileStamp?]

        /// The stamps are taken before the files are read: a change meanwhile is seen the next time.
        init(_ settings: TLSSettings) {
            self.settings = settings
            stamps = settings.files.map { FileStamp($0) }
        }
    }

    private let endpoints: [ListenerEndpoint]
    private let listeners: [String: TLSListener]
    private let sources: Mutex<[String: Source]>
    private let logger: Logger

    /// Makes the contexts of all listeners that use TLS. Blocks on the disk.
    ///
    /// - Throws: ``TLSError``, with the listener's name.
    public init(_ configuration: BrokerConfiguration, logger: Logger) throws(TLSError) {
        self.logger = logger
        endpoints = configuration.listeners.listeners.filter(\.securityProtocol.usesTLS)
        var listeners: [String: TLSListener] = [:]
        var sources: [String: Source] = [:]
        for endpoint in endpoints {
            let source = Source(TLSSettings(configuration, listener: endpoint))
            do throws(TLSError) {
                let rules = configuration.setting("ssl.principal.mapping.rules", listener: endpoint.name)?.text
                let context = try TLSContext(source.settings)
                listeners[endpoint.name] = TLSListener(context, principals: try PrincipalMappingRules(rules ?? ""))
                for warning in context.warnings { logger.warning("listener \(endpoint.name): \(warning)") }
            } catch {
                throw TLSError("listener \(endpoint.name): \(error)")
            }
            sources[endpoint.name] = source
        }
        self.listeners = listeners
        self.sources = Mutex(sources)
    }

    /// What the listener of that name serves TLS with; nil for one without.
    public func listener(_ name: String) -> TLSListener? { listeners[name] }

    /// Looks for changes until it is cancelled.
    public func watch(_ configuration: @Sendable () -> BrokerConfiguration) async {
        guard !endpoints.isEmpty else { return }
        while !Task.isCancelled {
            do { try await Task.sleep(for: Self.interval) } catch { return }
            reload(configuration(), onlyChanged: true)
        }
    }

    /// Makes contexts anew: those of which a file or a setting has changed, or all.
    public func reload(_ configuration: BrokerConfiguration, onlyChanged: Bool) {
        for endpoint in endpoints {
            let source = Source(TLSSettings(configuration, listener: endpoint))
            let isDue = sources.withLock { sources in
                guard !onlyChanged || sources[endpoint.name] != source else { return false }
                sources[endpoint.name] = source
                return true
            }
            if isDue { reload(endpoint, source.settings) }
        }
    }

    private func reload(_ endpoint: ListenerEndpoint, _ settings: TLSSettings) {
        do throws(TLSError) {
            let context = try TLSContext(settings)
            listeners[endpoint.name]?.replace(context)
            logger.info(
                "new connections get the TLS settings and certificates as they are now",
                metadata: ["listener": "\(endpoint.name)", "certificate": "\(context.subject)"])
            for warning in context.warnings { logger.warning("listener \(endpoint.name): \(warning)") }
        } catch {
            logger.error(
                "the TLS settings or certificates cannot be used; those from before stay in use",
                metadata: ["listener": "\(endpoint.name)", "error": "\(error)"])
        }
    }
}
