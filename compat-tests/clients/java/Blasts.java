import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Producing without pause, remembering what was acknowledged: for the kill -9 runs. */
final class Blasts {
    /** One run: numbered records, round robin over the partitions. */
    private static final class Blast implements Runnable {
        private final KafkaProducer<byte[], byte[]> producer;
        private final String topic;
        private final int partitions;
        private final PrintWriter file;
        private final String padding;
        private final Thread thread = new Thread(this, "blast");
        private volatile boolean stopping;
        private long sent;
        private long acknowledged;
        private long failed;
        private String failure;

        Blast(KafkaProducer<byte[], byte[]> producer, Args args) throws Exception {
            this.producer = producer;
            this.topic = args.text("topic");
            this.partitions = args.number("partitions");
            this.padding = " " + ".".repeat(args.number("padding"));
            this.file = new PrintWriter(new FileOutputStream(args.text("file")), true, StandardCharsets.UTF_8);
            thread.start();
        }

        @Override
        public void run() {
            try {
                while (!stopping) {
                    send(sent++);
                    if (sent % 16 == 0) {
                        Thread.sleep(8);
                    }
                }
            } catch (Exception raised) {
                failure = String.valueOf(raised);
            }
        }

        private void send(long number) {
            int partition = (int) (number % partitions);
            byte[] value = (number + padding).getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic, partition, null, value), (metadata, error) -> {
                synchronized (file) {
                    if (error == null) {
                        acknowledged++;
                        file.println(partition + " " + number + " " + metadata.offset());
                    } else {
                        failed++;
                    }
                }
            });
        }

        Object stop() throws InterruptedException {
            stopping = true;
            thread.join(130_000);
            producer.close(Duration.ofSeconds(120));
            synchronized (file) {
                file.close();
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("sent", sent);
                result.put("acknowledged", acknowledged);
                result.put("failed", failed);
                result.put("failure", failure);
                return result;
            }
        }
    }

    private final Map<Long, Blast> open = new HashMap<>();
    private long last;

    Blasts(String bootstrap, Map<String, Adapter.Operation> operations) {
        operations.put("blast.start", args -> {
            open.put(++last, new Blast(Producers.create(bootstrap, args.properties("config")), args));
            return last;
        });
        operations.put("blast.stop", args -> open.remove(args.wide("handle")).stop());
    }

    void closeAll() {
        for (Blast blast : open.values()) {
            blast.stopping = true;
        }
        open.clear();
    }
}
