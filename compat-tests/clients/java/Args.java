import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;

/** The arguments of one command, with the types that operations want. */
final class Args {
    private final Map<String, Object> values;

    @SuppressWarnings("unchecked")
    Args(Object values) {
        this.values = values == null ? Map.of() : (Map<String, Object>) values;
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    Object raw(String name) {
        return values.get(name);
    }

    String text(String name) {
        return (String) values.get(name);
    }

    int number(String name) {
        return ((Long) values.get(name)).intValue();
    }

    long wide(String name) {
        return (Long) values.get(name);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    List<String> texts(String name) {
        List<String> result = new ArrayList<>();
        for (Object one : (List<?>) values.get(name)) {
            result.add((String) one);
        }
        return result;
    }

    /** Rows of an array of arrays. */
    List<List<?>> rows(String name) {
        List<List<?>> result = new ArrayList<>();
        for (Object one : (List<?>) values.get(name)) {
            result.add((List<?>) one);
        }
        return result;
    }

    List<Args> objects(String name) {
        List<Args> result = new ArrayList<>();
        for (Object one : (List<?>) values.get(name)) {
            result.add(new Args(one));
        }
        return result;
    }

    /** A nested object as text properties; a missing one is empty. */
    Properties properties(String name) {
        Properties result = new Properties();
        if (has(name)) {
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) values.get(name)).entrySet()) {
                result.put(entry.getKey(), String.valueOf(entry.getValue()));
            }
        }
        return result;
    }

    byte[] bytes(String name) {
        return decode((String) values.get(name));
    }

    static TopicPartition partition(List<?> row) {
        return new TopicPartition((String) row.get(0), ((Long) row.get(1)).intValue());
    }

    static byte[] decode(String text) {
        return text == null ? null : Base64.getDecoder().decode(text);
    }

    static String encode(byte[] data) {
        return data == null ? null : Base64.getEncoder().encodeToString(data);
    }
}
