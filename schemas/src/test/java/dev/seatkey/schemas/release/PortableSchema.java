package dev.seatkey.schemas.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** A schema as text without what only Java's generated classes need. */
final class PortableSchema {
    private static final String ONLY_FOR_JAVA = "avro.java.string";
    private static final ObjectMapper JSON = new ObjectMapper();

    private PortableSchema() {}

    static String of(Schema schema) throws JsonProcessingException {
        JsonNode cleaned = cleaned(JSON.readTree(schema.toString()));
        DefaultIndenter newLines = new DefaultIndenter("  ", "\n");
        return JSON.writer(new DefaultPrettyPrinter()
                                .withObjectIndenter(newLines)
                                .withArrayIndenter(newLines))
                        .writeValueAsString(cleaned)
                + "\n";
    }

    private static JsonNode cleaned(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(each -> copy.add(cleaned(each)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.properties().stream()
                    .filter(property -> !property.getKey().equals(ONLY_FOR_JAVA))
                    .forEach(property -> copy.set(property.getKey(), cleaned(property.getValue())));
            boolean isPlainType = copy.size() == 1 && copy.path("type").isTextual();
            return isPlainType ? copy.get("type") : copy;
        }
        return node;
    }
}
