import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The consumer.* operations. */
final class Consumers {
    private static final Map<String, String> ASSIGNORS = Map.of(
            "range", "org.apache.kafka.clients.consumer.RangeAssignor",
            "roundrobin", "org.apache.kafka.clients.consumer.RoundRobinAssignor",
            "cooperative-sticky", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");

    /** The client fixes the greatest poll when it is made; several small ones come near what a scenario asks for. */
    private static final int POLL_RECORDS = 5;

    private final String bootstrap;
    private final Map<Long, KafkaConsumer<byte[], byte[]>> open = new HashMap<>();
    private long last;

    Consumers(String bootstrap, Map<String, Adapter.Operation> operations) {
        this.bootstrap = bootstrap;
        operations.put("consumer.open", this::open);
        operations.put("consumer.subscribe", args -> {
            consumer(args).subscribe(args.texts("topics"));
            return null;
        });
        operations.put("consumer.assign", this::assign);
        operations.put("consumer.poll", this::poll);
        operations.put("consumer.commit", this::commit);
        operations.put("consumer.committed", this::committed);
        operations.put("consumer.position", this::position);
        operations.put("consumer.metric", args -> Producers.metric(consumer(args).metrics(), args.text("name")));
        operations.put("consumer.seek", args -> {
            TopicPartition where = new TopicPartition(args.text("topic"), args.number("partition"));
            seek(consumer(args), where, args.raw("offset"));
            return null;
        });
        operations.put("consumer.offsets_for_times", this::offsetsForTimes);
        operations.put("consumer.watermarks", this::watermarks);
        operations.put("consumer.assignment", args -> sorted(consumer(args).assignment()));
        operations.put("consumer.close", args -> {
            open.remove(args.wide("handle")).close(
                    CloseOptions.timeout(Duration.ofSeconds(10)));
            return null;
        });
    }

    private KafkaConsumer<byte[], byte[]> consumer(Args args) {
        return open.get(args.wide("handle"));
    }

    private Object open(Args args) {
        Properties config = args.properties("config");
        config.put("bootstrap.servers", bootstrap);
        String strategy = config.getProperty("partition.assignment.strategy");
        if (strategy != null) {
            config.put("partition.assignment.strategy", ASSIGNORS.get(strategy));
        }
        config.putIfAbsent("max.poll.records", String.valueOf(POLL_RECORDS));
        open.put(++last, new KafkaConsumer<>(Logins.prepared(config), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        return last;
    }

    private Object assign(Args args) {
        KafkaConsumer<byte[], byte[]> consumer = consumer(args);
        List<TopicPartition> partitions = new ArrayList<>();
        for (List<?> row : args.rows("partitions")) {
            partitions.add(Args.partition(row));
        }
        consumer.assign(partitions);
        for (List<?> row : args.rows("partitions")) {
            seek(consumer, Args.partition(row), row.get(2));
        }
        return null;
    }

    private static void seek(KafkaConsumer<byte[], byte[]> consumer, TopicPartition where, Object offset) {
        if ("beginning".equals(offset)) {
            consumer.seekToBeginning(Set.of(where));
        } else if ("end".equals(offset)) {
            consumer.seekToEnd(Set.of(where));
            consumer.position(where);
        } else {
            consumer.seek(where, (Long) offset);
        }
    }

    private Object poll(Args args) {
        List<Object> records = new ArrayList<>();
        long limit = args.wide("max_records");
        Duration patience = Duration.ofMillis(args.wide("timeout_ms"));
        boolean more = true;
        while (more && records.size() + POLL_RECORDS <= Math.max(POLL_RECORDS, limit)) {
            int before = records.size();
            for (ConsumerRecord<byte[], byte[]> one : consumer(args).poll(patience)) {
                records.add(received(one));
            }
            more = records.size() > before;
            patience = Duration.ofMillis(20);
        }
        return records;
    }

    private static Object received(ConsumerRecord<byte[], byte[]> one) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("t", one.topic());
        result.put("p", one.partition());
        result.put("o", one.offset());
        result.put("ts", one.timestamp());
        result.put("append_time", one.timestampType() == TimestampType.LOG_APPEND_TIME);
        result.put("k", Args.encode(one.key()));
        result.put("v", Args.encode(one.value()));
        List<Object> headers = new ArrayList<>();
        for (Header header : one.headers()) {
            List<Object> pair = new ArrayList<>();
            pair.add(header.key());
            pair.add(Args.encode(header.value()));
            headers.add(pair);
        }
        result.put("h", headers);
        return result;
    }

    private Object commit(Args args) {
        if (!args.has("offsets")) {
            consumer(args).commitSync();
            return null;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (List<?> row : args.rows("offsets")) {
            offsets.put(Args.partition(row), new OffsetAndMetadata((Long) row.get(2), (String) row.get(3)));
        }
        consumer(args).commitSync(offsets);
        return null;
    }

    private Object committed(Args args) {
        List<Object> result = new ArrayList<>();
        for (List<?> row : args.rows("partitions")) {
            TopicPartition where = Args.partition(row);
            OffsetAndMetadata found = consumer(args).committed(Set.of(where)).get(where);
            result.add(found == null ? null : List.of(found.offset(), found.metadata()));
        }
        return result;
    }

    private Object position(Args args) {
        List<Object> result = new ArrayList<>();
        for (List<?> row : args.rows("partitions")) {
            result.add(consumer(args).position(Args.partition(row)));
        }
        return result;
    }

    private Object offsetsForTimes(Args args) {
        List<Object> result = new ArrayList<>();
        for (List<?> row : args.rows("times")) {
            TopicPartition where = Args.partition(row);
            OffsetAndTimestamp found = consumer(args).offsetsForTimes(Map.of(where, (Long) row.get(2))).get(where);
            result.add(found == null ? null : found.offset());
        }
        return result;
    }

    private Object watermarks(Args args) {
        TopicPartition where = new TopicPartition(args.text("topic"), args.number("partition"));
        KafkaConsumer<byte[], byte[]> consumer = consumer(args);
        return List.of(consumer.beginningOffsets(Set.of(where)).get(where), consumer.endOffsets(Set.of(where)).get(where));
    }

    static List<Object> sorted(Set<TopicPartition> partitions) {
        TreeMap<String, Object> ordered = new TreeMap<>();
        for (TopicPartition one : partitions) {
            ordered.put(String.format("%s %08d", one.topic(), one.partition()), List.of(one.topic(), one.partition()));
        }
        return new ArrayList<>(ordered.values());
    }

    void closeAll() {
        for (KafkaConsumer<byte[], byte[]> consumer : open.values()) {
            try {
                consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
            } catch (RuntimeException failure) {
                failure.printStackTrace();
            }
        }
        open.clear();
    }
}
