import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.utils.AppInfoParser;

/** Adapter for the stock Java client: reads commands as JSON lines, answers each; see compat-tests/README.md. */
public final class Adapter {
    private static final List<String> FEATURES = List.of(
            "admin", "alter-group-offsets", "blast", "commit", "cooperative", "enable-idempotence", "group", "headers",
            "null-header", "null-record", "offset-metadata", "producer-results", "producer-timestamps", "reset-none",
            "seek", "static-membership", "times");

    /** One operation. */
    interface Operation {
        Object run(Args args) throws Exception;
    }

    private final Map<String, Operation> operations = new HashMap<>();
    private final Producers producers;
    private final Consumers consumers;
    private final Blasts blasts;

    private Adapter(String bootstrap) {
        producers = new Producers(bootstrap, operations);
        consumers = new Consumers(bootstrap, operations);
        blasts = new Blasts(bootstrap, operations);
        new Administration(bootstrap, operations);
        operations.put("hello", args -> hello());
        operations.put("reset", args -> reset());
    }

    public static void main(String[] args) throws Exception {
        PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Adapter adapter = new Adapter(args[0]);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 20);
        String line;
        while ((line = commands.readLine()) != null) {
            answers.println(Json.write(adapter.answer(new Args(Json.parse(line)))));
            answers.flush();
        }
        adapter.reset();
        System.exit(0);
    }

    private Map<String, Object> answer(Args command) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", command.raw("id"));
        try {
            Operation operation = operations.get(command.text("op"));
            if (operation == null) {
                throw new IllegalArgumentException("no operation " + command.text("op"));
            }
            answer.put("ok", operation.run(new Args(command.raw("args"))));
        } catch (Exception failure) {
            answer.put("error", describe(failure));
        }
        return answer;
    }

    private Object hello() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", "java");
        result.put("features", FEATURES);
        result.put("version", "kafka-clients " + AppInfoParser.getVersion());
        return result;
    }

    private Object reset() {
        producers.closeAll();
        consumers.closeAll();
        blasts.closeAll();
        return null;
    }

    static Map<String, Object> describe(Throwable failure) {
        Map<String, Object> result = new LinkedHashMap<>();
        Throwable cause = failure instanceof ExecutionException ? failure.getCause() : failure;
        result.put("name", name(cause));
        result.put("message", String.valueOf(cause));
        if (result.get("name").equals("UNKNOWN_SERVER_ERROR")) {
            cause.printStackTrace();
        }
        return result;
    }

    static String name(Throwable cause) {
        if (cause instanceof NoOffsetForPartitionException) {
            return "NO_OFFSET";
        }
        if (cause instanceof OffsetOutOfRangeException) {
            return "OFFSET_OUT_OF_RANGE";
        }
        if (cause instanceof CommitFailedException) {
            return "COMMIT_FAILED";
        }
        if (cause instanceof TimeoutException) {
            return "TIMEOUT";
        }
        if (cause instanceof RecordTooLargeException) {
            return "MESSAGE_TOO_LARGE";
        }
        // A producer that cannot go on says so, and has the reason inside.
        if (cause.getClass() == KafkaException.class && cause.getCause() != null) {
            return name(cause.getCause());
        }
        return Errors.forException(cause).name();
    }
}
