import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Random;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.protocol.types.BoundField;
import org.apache.kafka.common.protocol.types.Field;
import org.apache.kafka.common.protocol.types.Schema;
import org.apache.kafka.common.protocol.types.TaggedFields;
import org.apache.kafka.common.protocol.types.Type;

/** Random values for a schema, many at the edges of their types, in Kafka's JSON form. */
final class RandomJson {
    private static final String[] TEXTS = {
        "", "a", "größe", "订单-🐦", "client.id_7", "\u0000\u001f\"\\/", "e\u0301 is not é", "\u2028\ufeff",
    };
    private static final double[] NUMBERS = {
        0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE,
    };
    /** Around the lengths at which a size takes one more byte. */
    private static final int[] LENGTHS = {0, 1, 2, 17, 125, 126, 127, 128, 129, 300};
    private static final int[] LONG_LENGTHS = {16382, 16383, 16384, 32766, 32767};

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    ObjectNode struct(Schema schema, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (BoundField field : schema.fields()) {
            if (field.def.type instanceof TaggedFields) {
                for (Field tagged : ((TaggedFields) field.def.type).fields().values()) {
                    if (random.nextBoolean()) {
                        object.set(jsonName(tagged.name), value(tagged.type, depth));
                    }
                }
            } else {
                object.set(jsonName(field.def.name), value(field.def.type, depth));
            }
        }
        return object;
    }

    byte[] bytes() {
        byte[] bytes = new byte[LENGTHS[random.nextInt(LENGTHS.length)]];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The schema has topic_id where JSON has topicId. */
    private static String jsonName(String name) {
        StringBuilder result = new StringBuilder();
        for (String word : name.split("_")) {
            result.append(result.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return result.toString().replaceFirst("^kraft", "kRaft");
    }

    private JsonNode value(Type type, int depth) {
        if (type.isNullable() && random.nextInt(4) == 0) {
            return NullNode.instance;
        }
        if (type instanceof Schema) {
            return struct((Schema) type, depth + 1);
        }
        if (type.arrayElementType().isPresent()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (int left = random.nextInt(depth > 3 ? 2 : 4); left > 0; left--) {
                array.add(value(type.arrayElementType().get(), depth + 1));
            }
            return array;
        }
        return plain(((Type.DocumentedType) type).typeName());
    }

    private JsonNode plain(String type) {
        switch (type) {
            case "BOOLEAN":
                return BooleanNode.valueOf(random.nextBoolean());
            case "INT8":
                return IntNode.valueOf((int) number(Byte.MIN_VALUE, Byte.MAX_VALUE));
            case "INT16":
                return IntNode.valueOf((int) number(Short.MIN_VALUE, Short.MAX_VALUE));
            case "UINT16":
                return IntNode.valueOf((int) number(0, 65535));
            case "INT32":
                return IntNode.valueOf((int) number(Integer.MIN_VALUE, Integer.MAX_VALUE));
            case "UINT32":
            case "UNSIGNED_INT32":
                return LongNode.valueOf(number(0, 4294967295L));
            case "INT64":
                return LongNode.valueOf(random.nextBoolean() ? random.nextLong() : number(Long.MIN_VALUE, Long.MAX_VALUE));
            case "FLOAT64":
                return DoubleNode.valueOf(
                    random.nextBoolean()
                        ? NUMBERS[random.nextInt(NUMBERS.length)] : Double.longBitsToDouble(random.nextLong()));
            case "UUID":
                return new TextNode(new Uuid(part(), part()).toString());
            default:
                if (type.contains("STRING")) {
                    return new TextNode(text());
                }
                if (type.contains("BYTES") || type.contains("RECORDS")) {
                    return new BinaryNode(bytes());
                }
                throw new IllegalStateException("no values are known for the type " + type);
        }
    }

    private long number(long least, long greatest) {
        switch (random.nextInt(6)) {
            case 0:
                return least;
            case 1:
                return greatest;
            case 2:
                return 0;
            case 3:
                return least < 0 ? -1 : 1;
            default:
                return least + (long) (random.nextDouble() * ((double) greatest - (double) least));
        }
    }

    private long part() {
        return random.nextInt(3) == 0 ? 0 : random.nextLong();
    }

    private String text() {
        int choice = random.nextInt(TEXTS.length + 4);
        if (choice < TEXTS.length) {
            return TEXTS[choice];
        }
        int[] lengths = random.nextInt(100) == 0 ? LONG_LENGTHS : LENGTHS;
        return "x".repeat(lengths[random.nextInt(lengths.length)]);
    }
}
