import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;

/** The admin.* operations. */
final class Administration {
    private final String bootstrap;
    private Properties settings = new Properties();
    private Admin admin;

    Administration(String bootstrap, Map<String, Adapter.Operation> operations) {
        this.bootstrap = bootstrap;
        operations.put("admin.open", this::open);
        operations.put("admin.create_topics", this::createTopics);
        operations.put("admin.list_topics", args -> new TreeSet<>(admin().listTopics().names().get()));
        operations.put("admin.describe_topic", this::describeTopic);
        operations.put("admin.describe_cluster", args -> describeCluster());
        operations.put("admin.delete_topics", args -> admin().deleteTopics(args.texts("topics")).all().get());
        operations.put("admin.create_partitions", args -> admin().createPartitions(
                Map.of(args.text("topic"), NewPartitions.increaseTo(args.number("count")))).all().get());
        operations.put("admin.describe_configs", this::describeConfigs);
        operations.put("admin.alter_configs", this::alterConfigs);
        operations.put("admin.delete_records", this::deleteRecords);
        operations.put("admin.list_offsets", this::listOffsets);
        operations.put("admin.list_groups", args -> listGroups());
        operations.put("admin.describe_group", this::describeGroup);
        operations.put("admin.delete_groups", args -> admin().deleteConsumerGroups(args.texts("groups")).all().get());
        operations.put("admin.group_offsets", this::groupOffsets);
        operations.put("admin.alter_group_offsets", this::alterGroupOffsets);
        new ClusterAdministration(this::admin, operations);
    }

    private Admin admin() {
        if (admin == null) {
            Properties config = new Properties();
            config.putAll(settings);
            config.put("bootstrap.servers", bootstrap);
            admin = Admin.create(Logins.prepared(config));
        }
        return admin;
    }

    /** From now on somebody else administers. */
    private Object open(Args args) {
        if (admin != null) {
            admin.close(Duration.ofSeconds(5));
        }
        settings = args.properties("config");
        admin = null;
        return null;
    }

    private Object createTopics(Args args) throws Exception {
        List<NewTopic> topics = new ArrayList<>();
        for (Args one : args.objects("topics")) {
            Optional<Integer> partitions = Optional.of(one.has("partitions") ? one.number("partitions") : 1);
            Optional<Short> replication = Optional.of((short) (one.has("replication") ? one.number("replication") : 1));
            Map<String, String> configs = new HashMap<>();
            one.properties("configs").forEach((key, value) -> configs.put((String) key, (String) value));
            topics.add(new NewTopic(one.text("name"), partitions, replication).configs(configs));
        }
        CreateTopicsOptions options = new CreateTopicsOptions().validateOnly(args.flag("validate_only"));
        return admin().createTopics(topics, options).all().get();
    }

    private static List<Integer> ids(Collection<Node> nodes) {
        List<Integer> result = new ArrayList<>();
        nodes.forEach(node -> result.add(node.id()));
        return result;
    }

    private Object describeTopic(Args args) throws Exception {
        String topic = args.text("topic");
        TopicDescription described = admin().describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        List<Object> partitions = new ArrayList<>();
        for (TopicPartitionInfo one : described.partitions()) {
            partitions.add(Map.of("p", one.partition(), "leader", one.leader().id(), "replicas", ids(one.replicas()),
                    "isr", ids(one.isr())));
        }
        return Map.of("internal", described.isInternal(), "partitions", partitions);
    }

    private Object describeCluster() throws Exception {
        DescribeClusterResult cluster = admin().describeCluster();
        List<Object> nodes = new ArrayList<>();
        for (Node node : cluster.nodes().get()) {
            nodes.add(List.of(node.id(), node.host(), node.port()));
        }
        return Map.of("cluster", cluster.clusterId().get(), "controller", cluster.controller().get().id(), "nodes", nodes);
    }

    private Object describeConfigs(Args args) throws Exception {
        ConfigResource.Type type = ConfigResource.Type.valueOf(args.text("kind").toUpperCase());
        ConfigResource resource = new ConfigResource(type, args.text("name"));
        Map<String, Object> result = new TreeMap<>();
        for (ConfigEntry entry : admin().describeConfigs(List.of(resource)).all().get().get(resource).entries()) {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("value", entry.value());
            described.put("default", entry.source() != ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG);
            described.put("read_only", entry.isReadOnly());
            described.put("sensitive", entry.isSensitive());
            result.put(entry.name(), described);
        }
        return result;
    }

    private Object alterConfigs(Args args) throws Exception {
        List<AlterConfigOp> changes = new ArrayList<>();
        args.properties("change").forEach((key, value) -> changes.add(
                new AlterConfigOp(new ConfigEntry((String) key, (String) value), AlterConfigOp.OpType.SET)));
        if (args.has("delete")) {
            for (String key : args.texts("delete")) {
                changes.add(new AlterConfigOp(new ConfigEntry(key, null), AlterConfigOp.OpType.DELETE));
            }
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, args.text("topic"));
        return admin().incrementalAlterConfigs(Map.of(resource, changes)).all().get();
    }

    private static TopicPartition where(Args args) {
        return new TopicPartition(args.text("topic"), args.number("partition"));
    }

    private Object deleteRecords(Args args) throws Exception {
        TopicPartition where = where(args);
        RecordsToDelete before = RecordsToDelete.beforeOffset(args.wide("offset"));
        return admin().deleteRecords(Map.of(where, before)).lowWatermarks().get(where).get().lowWatermark();
    }

    private Object listOffsets(Args args) throws Exception {
        Map<String, OffsetSpec> specs = Map.of(
                "earliest", OffsetSpec.earliest(), "latest", OffsetSpec.latest(), "max-timestamp", OffsetSpec.maxTimestamp());
        Object spec = args.raw("spec");
        OffsetSpec at = spec instanceof Long ? OffsetSpec.forTimestamp((Long) spec) : specs.get((String) spec);
        ListOffsetsResult.ListOffsetsResultInfo found =
                admin().listOffsets(Map.of(where(args), at)).partitionResult(where(args)).get();
        return List.of(found.offset(), found.timestamp());
    }

    private Object listGroups() throws Exception {
        Map<String, Object> result = new TreeMap<>();
        for (GroupListing one : admin().listGroups().all().get()) {
            result.put(one.groupId(), one.groupState().map(state -> state.name()).orElse(""));
        }
        return result;
    }

    private Object describeGroup(Args args) throws Exception {
        String group = args.text("group");
        ConsumerGroupDescription described = admin().describeConsumerGroups(List.of(group)).all().get().get(group);
        List<Object> members = new ArrayList<>();
        for (MemberDescription one : described.members()) {
            Map<String, Object> member = new LinkedHashMap<>();
            member.put("client", one.clientId());
            member.put("host", one.host());
            member.put("instance", one.groupInstanceId().orElse(null));
            member.put("member", one.consumerId());
            member.put("assignment", Consumers.sorted(one.assignment().topicPartitions()));
            members.add(member);
        }
        return Map.of("state", described.groupState().name(), "assignor", described.partitionAssignor(), "members", members);
    }

    private Object groupOffsets(Args args) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> found =
                admin().listConsumerGroupOffsets(args.text("group")).partitionsToOffsetAndMetadata().get();
        Map<String, Object> ordered = new TreeMap<>();
        found.forEach((where, one) -> ordered.put(
                where.toString(), List.of(where.topic(), where.partition(), one.offset())));
        return new ArrayList<>(ordered.values());
    }

    private Object alterGroupOffsets(Args args) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (List<?> row : args.rows("offsets")) {
            offsets.put(Args.partition(row), new OffsetAndMetadata((Long) row.get(2)));
        }
        return admin().alterConsumerGroupOffsets(args.text("group"), offsets).all().get();
    }
}
