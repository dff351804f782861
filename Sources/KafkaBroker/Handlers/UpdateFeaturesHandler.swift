import KafkaProtocol
import KafkaServer
import KafkaWire

/// UpdateFeatures, versions 0 to 2 (KIP-584, KIP-1022): the cluster's feature levels.
///
/// Up to version 1 each feature stands or falls by itself and has a result; from version 2 on the first refusal is that
/// of the whole request.
extension BrokerEngine {
    private typealias Refusal = MetadataTransaction.Refusal

    func updateFeatures(_ message: UpdateFeaturesRequest, _ origin: Request.Origin) async -> UpdateFeaturesResponse {
        let refusals: [MetadataTransaction.Refusal?]
        do throws(MetadataTransaction.Refusal) {
            refusals = try await broker.controller.change(validateOnly: message.validateOnly) {
                (transaction) throws(MetadataTransaction.Refusal) in
                try Self.update(message.featureUpdates, version: origin.apiVersion, &transaction)
            }
        } catch {
            let prefix = "The update failed for all features since the following feature had an error: "
            return UpdateFeaturesResponse(
                errorCode: error.code.rawValue, errorMessage: error.message.map { prefix + $0 } ?? prefix)
        }
        return UpdateFeaturesResponse(
            errorCode: 0, errorMessage: "",
            results: zip(message.featureUpdates, refusals).map { update, refusal in
                .init(
                    feature: update.feature, errorCode: (refusal?.code ?? .none).rawValue,
                    errorMessage: refusal?.message ?? "")
            })
    }

    private static func update(
        _ updates: [UpdateFeaturesRequest.FeatureUpdateKey], version: Int16, _ transaction: inout MetadataTransaction
    ) throws(MetadataTransaction.Refusal) -> [MetadataTransaction.Refusal?] {
        var refusals: [MetadataTransaction.Refusal?] = []
        for update in updates {
            let kind = version == 0 ? (update.allowDowngrade ? 2 : 1) : update.upgradeType
            do throws(MetadataTransaction.Refusal) {
                try transaction.updateFeature(
                    update.feature, to: update.maxVersionLevel, FeatureUpgrade(rawValue: kind))
                refusals.append(nil)
            } catch {
                guard version < 2 else { throw error }
                refusals.append(error)
            }
        }
        return refusals
    }
}
