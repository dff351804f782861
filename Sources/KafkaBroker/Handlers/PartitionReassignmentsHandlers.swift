import KafkaProtocol
import KafkaServer
import KafkaWire

/// AlterPartitionReassignments (versions 0 to 1, KIP-455, KIP-860) and ListPartitionReassignments (0): moves of replicas
/// between brokers. With one broker a move ends where it began, and none is ever under way.
extension BrokerEngine {
    func alterPartitionReassignments(
        _ message: AlterPartitionReassignmentsRequest, _ origin: Request.Origin
    ) async -> AlterPartitionReassignmentsResponse {
        var response = AlterPartitionReassignmentsResponse(
            allowReplicationFactorChange: message.allowReplicationFactorChange, errorCode: 0, errorMessage: nil)
        do throws(MetadataTransaction.Refusal) {
            response.responses = try await broker.controller.change { transaction in
                message.topics.map { topic in
                    .init(
                        name: topic.name,
                        partitions: topic.partitions.map { partition in
                            do throws(MetadataTransaction.Refusal) {
                                try transaction.reassign(
                                    topic.name, partition.partitionIndex, to: partition.replicas,
                                    allowsFactorChange: message.allowReplicationFactorChange)
                                return .init(
                                    partitionIndex: partition.partitionIndex, errorCode: 0, errorMessage: nil)
                            } catch {
                                return .init(
                                    partitionIndex: partition.partitionIndex, errorCode: error.code.rawValue,
                                    errorMessage: error.message)
                            }
                        })
                }
            }
        } catch {
            response.errorCode = error.code.rawValue
            response.errorMessage = error.message
        }
        return response
    }

    func listPartitionReassignments(
        _ message: ListPartitionReassignmentsRequest, _ request: Request
    ) -> ListPartitionReassignmentsResponse {
        ListPartitionReassignmentsResponse(errorCode: 0, errorMessage: nil)
    }
}
