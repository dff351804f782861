import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.ListConfigResourcesOptions;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionReplica;
import org.apache.kafka.common.config.ConfigResource;

/** The cluster.* operations: what administrators ask of the cluster as a whole. */
final class ClusterAdministration {
    private final Supplier<Admin> admin;

    ClusterAdministration(Supplier<Admin> admin, Map<String, Adapter.Operation> operations) {
        this.admin = admin;
        operations.put("cluster.log_dirs", this::logDirs);
        operations.put("cluster.move_log", this::moveLog);
        operations.put("cluster.elect", this::elect);
        operations.put("cluster.reassign", this::reassign);
        operations.put("cluster.reassignments", args -> admin().listPartitionReassignments().reassignments().get().size());
        operations.put("cluster.features", args -> features());
        operations.put("cluster.update_feature", this::updateFeature);
        operations.put("cluster.quorum", args -> quorum());
        operations.put("cluster.resources", this::resources);
        operations.put("cluster.metrics_resources", args -> metricsResources());
        operations.put("cluster.configs", this::configs);
        operations.put("cluster.alter", this::alter);
        operations.put("cluster.producers", this::producers);
        operations.put("cluster.unregister", args -> admin().unregisterBroker(args.number("node")).all().get());
    }

    private Admin admin() {
        return admin.get();
    }

    private static TopicPartition where(Args args) {
        return new TopicPartition(args.text("topic"), args.number("partition"));
    }

    /** The directories of a broker: space, and the size, lag and future mark of each partition. */
    private Object logDirs(Args args) throws Exception {
        int node = args.number("node");
        Map<String, Object> result = new TreeMap<>();
        Map<String, LogDirDescription> found = admin().describeLogDirs(List.of(node)).allDescriptions().get().get(node);
        found.forEach((path, one) -> {
            Map<String, Object> replicas = new TreeMap<>();
            one.replicaInfos().forEach((where, info) ->
                    replicas.put(where.toString(), List.of(info.size(), info.offsetLag(), info.isFuture())));
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("error", one.error() == null ? null : Adapter.name(one.error()));
            described.put("total", one.totalBytes().orElse(-1));
            described.put("usable", one.usableBytes().orElse(-1));
            described.put("replicas", replicas);
            result.put(path, described);
        });
        return result;
    }

    private Object moveLog(Args args) throws Exception {
        TopicPartitionReplica replica =
                new TopicPartitionReplica(args.text("topic"), args.number("partition"), args.number("node"));
        return admin().alterReplicaLogDirs(Map.of(replica, args.text("path"))).all().get();
    }

    /** The error of each partition, or null; of every partition when none is named. */
    private Object elect(Args args) throws Exception {
        Set<TopicPartition> partitions = args.has("topic") ? Set.of(where(args)) : null;
        ElectionType type = ElectionType.valueOf(args.text("kind").toUpperCase());
        Map<String, Object> result = new TreeMap<>();
        for (Map.Entry<TopicPartition, Optional<Throwable>> one :
                admin().electLeaders(type, partitions).partitions().get().entrySet()) {
            result.put(one.getKey().toString(), one.getValue().map(Adapter::name).orElse(null));
        }
        return result;
    }

    private Object reassign(Args args) throws Exception {
        Optional<NewPartitionReassignment> target = Optional.empty();
        if (args.has("replicas")) {
            List<Integer> replicas = new ArrayList<>();
            for (Object one : (List<?>) args.raw("replicas")) {
                replicas.add(((Long) one).intValue());
            }
            target = Optional.of(new NewPartitionReassignment(replicas));
        }
        return admin().alterPartitionReassignments(Map.of(where(args), target)).all().get();
    }

    private Object features() throws Exception {
        FeatureMetadata found = admin().describeFeatures().featureMetadata().get();
        Map<String, Object> finalized = new TreeMap<>();
        found.finalizedFeatures().forEach((name, one) -> finalized.put(name, one.maxVersionLevel()));
        Map<String, Object> supported = new TreeMap<>();
        found.supportedFeatures().forEach((name, one) -> supported.put(name, List.of(one.minVersion(), one.maxVersion())));
        return Map.of("finalized", finalized, "supported", supported);
    }

    private Object updateFeature(Args args) throws Exception {
        FeatureUpdate.UpgradeType type = FeatureUpdate.UpgradeType.valueOf(args.text("kind").toUpperCase());
        FeatureUpdate update = new FeatureUpdate((short) args.number("level"), type);
        UpdateFeaturesOptions options = new UpdateFeaturesOptions().validateOnly(args.flag("validate_only"));
        return admin().updateFeatures(Map.of(args.text("name"), update), options).all().get();
    }

    private Object quorum() throws Exception {
        QuorumInfo found = admin().describeMetadataQuorum().quorumInfo().get();
        List<Object> voters = new ArrayList<>();
        found.voters().forEach(one -> voters.add(List.of(
                one.replicaId(), one.logEndOffset(), one.lastCaughtUpTimestamp().orElse(-1))));
        return Map.of("leader", found.leaderId(), "epoch", found.leaderEpoch(), "high", found.highWatermark(),
                "voters", voters, "observers", found.observers().size(), "nodes", new ArrayList<>(found.nodes().keySet()));
    }

    private Object resources(Args args) throws Exception {
        Set<ConfigResource.Type> kinds = args.texts("kinds").stream()
                .map(one -> ConfigResource.Type.valueOf(one.toUpperCase())).collect(Collectors.toSet());
        List<Object> result = new ArrayList<>();
        admin().listConfigResources(kinds, new ListConfigResourcesOptions()).all().get().stream()
                .map(one -> one.type().name().toLowerCase() + " " + one.name()).sorted().forEach(result::add);
        return result;
    }

    @SuppressWarnings({"deprecation", "removal"})
    private Object metricsResources() throws Exception {
        List<Object> result = new ArrayList<>();
        admin().listClientMetricsResources().all().get().forEach(one -> result.add(one.name()));
        return result;
    }

    private static ConfigResource resource(Args args) {
        return new ConfigResource(ConfigResource.Type.valueOf(args.text("kind").toUpperCase()), args.text("name"));
    }

    private Object configs(Args args) throws Exception {
        DescribeConfigsOptions options = new DescribeConfigsOptions().includeSynonyms(true).includeDocumentation(true);
        ConfigResource resource = resource(args);
        Map<String, Object> result = new TreeMap<>();
        for (ConfigEntry one : admin().describeConfigs(List.of(resource), options).all().get().get(resource).entries()) {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("value", one.value());
            described.put("source", one.source().name());
            described.put("type", one.type().name());
            described.put("read_only", one.isReadOnly());
            described.put("documented", one.documentation() != null && !one.documentation().isEmpty());
            described.put("synonyms", one.synonyms().stream().map(each -> each.source().name()).toList());
            result.put(one.name(), described);
        }
        return result;
    }

    /** Sets (value) or deletes (null) configs of any kind of resource. */
    private Object alter(Args args) throws Exception {
        List<AlterConfigOp> changes = new ArrayList<>();
        for (Map.Entry<?, ?> one : ((Map<?, ?>) args.raw("change")).entrySet()) {
            AlterConfigOp.OpType type = one.getValue() == null ? AlterConfigOp.OpType.DELETE : AlterConfigOp.OpType.SET;
            changes.add(new AlterConfigOp(new ConfigEntry((String) one.getKey(), (String) one.getValue()), type));
        }
        return admin().incrementalAlterConfigs(Map.of(resource(args), changes)).all().get();
    }

    private Object producers(Args args) throws Exception {
        TopicPartition where = where(args);
        List<Object> result = new ArrayList<>();
        for (ProducerState one : admin().describeProducers(List.of(where)).partitionResult(where).get().activeProducers()) {
            result.add(List.of(one.producerId() >= 0, one.producerEpoch(), one.lastSequence(),
                    one.currentTransactionStartOffset().isPresent()));
        }
        return result;
    }
}
