import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The producer.* operations. */
final class Producers {
    private final Map<Long, KafkaProducer<byte[], byte[]>> open = new HashMap<>();
    private long last;

    Producers(String bootstrap, Map<String, Adapter.Operation> operations) {
        operations.put("producer.open", args -> {
            open.put(++last, create(bootstrap, args.properties("config")));
            return last;
        });
        operations.put("producer.send", this::send);
        operations.put("producer.metric", args -> metric(open.get(args.wide("handle")).metrics(), args.text("name")));
        operations.put("producer.close", args -> {
            open.remove(args.wide("handle")).close(Duration.ofSeconds(20));
            return null;
        });
    }

    /** A producer with the client's default settings but for those given. */
    static KafkaProducer<byte[], byte[]> create(String bootstrap, Properties config) {
        config.put("bootstrap.servers", bootstrap);
        return new KafkaProducer<>(Logins.prepared(config), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The greatest value of a metric, over its tags; 0 where it has none. */
    static Object metric(Map<MetricName, ? extends Metric> metrics, String name) {
        double greatest = 0;
        for (Map.Entry<MetricName, ? extends Metric> one : metrics.entrySet()) {
            if (one.getKey().name().equals(name) && one.getValue().metricValue() instanceof Double value) {
                greatest = Math.max(greatest, value.isNaN() ? 0 : value);
            }
        }
        return greatest;
    }

    private Object send(Args args) {
        KafkaProducer<byte[], byte[]> producer = open.get(args.wide("handle"));
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(args.wide("timeout_ms"));
        List<Object> outcomes = new ArrayList<>();
        List<Args> records = args.objects("records");
        for (Args one : records) {
            try {
                outcomes.add(producer.send(record(args.text("topic"), one)));
            } catch (Exception failure) {
                outcomes.add(failure);
            }
        }
        List<Object> results = new ArrayList<>();
        for (Object outcome : outcomes) {
            results.add(settle(outcome, deadline));
        }
        return results;
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, Args one) {
        Integer partition = one.has("p") ? Integer.valueOf(one.number("p")) : null;
        Long timestamp = one.has("ts") ? Long.valueOf(one.wide("ts")) : null;
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, partition, timestamp, one.bytes("k"), one.bytes("v"));
        for (List<?> header : one.rows("h")) {
            record.headers().add((String) header.get(0), Args.decode((String) header.get(1)));
        }
        return record;
    }

    private static Object settle(Object outcome, long deadline) {
        Map<String, Object> result = new HashMap<>();
        Throwable failure;
        if (outcome instanceof Future) {
            try {
                long left = Math.max(1, deadline - System.nanoTime());
                RecordMetadata metadata = (RecordMetadata) ((Future<?>) outcome).get(left, TimeUnit.NANOSECONDS);
                result.put("p", metadata.partition());
                result.put("o", metadata.offset());
                return result;
            } catch (Exception raised) {
                failure = raised instanceof java.util.concurrent.ExecutionException ? raised.getCause() : raised;
            }
        } else {
            failure = (Throwable) outcome;
        }
        boolean late = failure instanceof java.util.concurrent.TimeoutException;
        result.put("error", late ? "TIMEOUT" : Adapter.name(failure));
        result.put("message", String.valueOf(failure));
        return result;
    }

    void closeAll() {
        open.values().forEach(producer -> producer.close(Duration.ofMillis(500)));
        open.clear();
    }
}
