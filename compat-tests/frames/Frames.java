import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Random;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.message.ApiMessageType;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Message;
import org.apache.kafka.common.protocol.ObjectSerializationCache;
import org.apache.kafka.common.protocol.types.RawTaggedField;
import org.apache.kafka.common.protocol.types.Schema;

/**
 * Prints golden frames for {@code martlet wire verify}: random messages of every API and version that the Kafka client
 * knows, encoded by it, with its JSON form. Arguments: a seed, and how many of each.
 */
public final class Frames {
    private static final String[] DATA = {
        "RequestHeaderData", "ResponseHeaderData", "ConsumerProtocolSubscription", "ConsumerProtocolAssignment",
        "DefaultPrincipalData", "EndTxnMarker", "LeaderChangeMessage", "SnapshotHeaderRecord", "SnapshotFooterRecord",
        "KRaftVersionRecord", "VotersRecord",
    };

    private final ObjectMapper mapper = new ObjectMapper();
    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final Random random;
    private final RandomJson json;
    private final int count;

    private Frames(long seed, int count) {
        random = new Random(seed);
        json = new RandomJson(random);
        this.count = count;
    }

    public static void main(String[] arguments) throws Exception {
        Frames frames = new Frames(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
        for (ApiMessageType api : ApiMessageType.values()) {
            frames.printApi(api);
        }
        for (String name : DATA) {
            frames.printData(name);
        }
        frames.out.flush();
    }

    private void printApi(ApiMessageType api) throws Exception {
        for (boolean isRequest : new boolean[] {true, false}) {
            Class<?> type;
            try {
                type = (isRequest ? api.newRequest() : api.newResponse()).getClass();
            } catch (UnsupportedVersionException removed) {
                continue;
            }
            Schema[] schemas = isRequest ? api.requestSchemas() : api.responseSchemas();
            for (short version = api.lowestSupportedVersion(); version <= api.highestSupportedVersion(true); version++) {
                ObjectNode line = JsonNodeFactory.instance.objectNode();
                line.put("apiKey", api.apiKey());
                line.put("kind", isRequest ? "request" : "response");
                line.put("requestHeaderVersion", api.requestHeaderVersion(version));
                line.put("responseHeaderVersion", api.responseHeaderVersion(version));
                print(type, schemas[version], version, line);
            }
        }
    }

    private void printData(String name) throws Exception {
        Class<?> type = Class.forName("org.apache.kafka.common.message." + name);
        Schema[] schemas = (Schema[]) type.getField("SCHEMAS").get(null);
        for (short version = 0; version < schemas.length; version++) {
            if (schemas[version] != null) {
                ObjectNode line = JsonNodeFactory.instance.objectNode();
                line.put("name", name.startsWith("Default") ? name : name.replaceFirst("Data$", ""));
                print(type, schemas[version], version, line);
            }
        }
    }

    private void print(Class<?> type, Schema schema, short version, ObjectNode head) throws Exception {
        Class<?> converter = Class.forName(type.getName() + "JsonConverter");
        // The last field of a struct at a flexible version stands for its tagged fields.
        boolean isFlexible = schema.fields().length > 0
            && schema.fields()[schema.fields().length - 1].def.name.equals("_tagged_fields");
        for (int index = 0; index < count; index++) {
            ObjectNode line = head.deepCopy();
            try {
                Message message = (Message) converter.getMethod("read", JsonNode.class, short.class)
                    .invoke(null, json.struct(schema, 0), version);
                if (isFlexible && random.nextInt(3) == 0) {
                    line.put("unknownTaggedFields", addUnknown(message));
                }
                line.put("version", version);
                line.put("hex", HexFormat.of().formatHex(encode(message, version)));
                line.set("json", (JsonNode) converter.getMethod("write", type, short.class).invoke(null, message, version));
            } catch (UnsupportedVersionException | InvocationTargetException failure) {
                // A tagged field that a later version brought has been set, which the schema does not tell apart.
                continue;
            }
            out.println(mapper.writeValueAsString(line));
        }
    }

    private static byte[] encode(Message message, short version) {
        ObjectSerializationCache cache = new ObjectSerializationCache();
        ByteBuffer buffer = ByteBuffer.allocate(message.size(cache, version));
        message.write(new ByteBufferAccessor(buffer), cache, version);
        return buffer.array();
    }

    /** Adds unknown tagged fields here and there in a message; returns how many. */
    private int addUnknown(Object value) throws IllegalAccessException {
        int added = 0;
        if (value instanceof Collection) {
            for (Object element : (Collection<?>) value) {
                added += addUnknown(element);
            }
        }
        if (!(value instanceof Message)) {
            return added;
        }
        if (random.nextInt(3) == 0) {
            int tag = 100;
            for (int left = random.nextInt(3); left > 0; left--) {
                tag += 1 + random.nextInt(left == 1 ? 1 << 29 : 100);
                ((Message) value).unknownTaggedFields().add(new RawTaggedField(tag, json.bytes()));
                added++;
            }
        }
        for (Field field : value.getClass().getDeclaredFields()) {
            boolean isPart = Message.class.isAssignableFrom(field.getType())
                || Collection.class.isAssignableFrom(field.getType());
            if (isPart && !Modifier.isStatic(field.getModifiers()) && !field.getName().startsWith("_")) {
                field.setAccessible(true);
                added += addUnknown(field.get(value));
            }
        }
        return added;
    }
}
