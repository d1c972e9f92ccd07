package dev.seatkey.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/** What an engineer who integrates from another language finds in every contract. */
class ContractStyleTest {
    /** Ids that this system makes; all others are the senders' own strings, which are never parsed. */
    private static final Set<String> OUR_IDS = Set.of("keyId", "mailId");

    @Test
    void explainsEveryRecordAndEnum() {
        assertThat(namedTypes()).allSatisfy(type -> assertThat(type.getDoc())
                .as("doc of %s", type.getFullName())
                .isNotBlank());
    }

    @Test
    void explainsEveryField() {
        assertThat(fields()).isNotEmpty().allSatisfy(field -> assertThat(field.doc())
                .as("doc of field %s", field.name())
                .isNotBlank());
    }

    @Test
    void givesEveryEnumADefaultForSymbolsThatComeLater() {
        assertThat(namedTypes().filter(type -> type.getType() == Schema.Type.ENUM))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getEnumDefault())
                        .as("default of %s", type.getFullName())
                        .isEqualTo("UNKNOWN"));
    }

    @Test
    void givesEveryOptionalFieldADefault() {
        assertThat(fields().filter(field -> field.schema().isNullable()))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.hasDefaultValue())
                        .as("default of %s", field.name())
                        .isTrue());
    }

    @Test
    void writesInstantsAsTimestampMillis() {
        assertThat(fields().filter(field -> field.name().matches(".*(At|From|To|Until)")))
                .isNotEmpty()
                .allSatisfy(
                        field -> assertThat(logicalType(field)).as(field.name()).isEqualTo("timestamp-millis"));
    }

    @Test
    void writesDatesAsDate() {
        assertThat(fields().filter(field -> field.name().endsWith("Date")))
                .isNotEmpty()
                .allSatisfy(
                        field -> assertThat(logicalType(field)).as(field.name()).isEqualTo("date"));
    }

    @Test
    void writesMoneyAsDecimal() {
        assertThat(fields().filter(field -> field.name().matches(".*[pP]rice(PerUser)?")))
                .isNotEmpty()
                .allSatisfy(
                        field -> assertThat(logicalType(field)).as(field.name()).isEqualTo("decimal"));
    }

    @Test
    void writesIdsOfItsOwnAsUuid() {
        assertThat(fields().filter(field -> OUR_IDS.contains(field.name())))
                .isNotEmpty()
                .allSatisfy(
                        field -> assertThat(logicalType(field)).as(field.name()).isEqualTo("uuid"));
    }

    @Test
    void usesNoTypeWhoseUnitOrPrecisionIsOpen() {
        assertThat(fields()).allSatisfy(field -> {
            Schema type = withoutNull(field.schema());
            assertThat(type.getType())
                    .as(field.name())
                    .isNotIn(Schema.Type.FLOAT, Schema.Type.DOUBLE, Schema.Type.FIXED);
            if (type.getType() == Schema.Type.LONG || type.getType() == Schema.Type.BYTES) {
                assertThat(type.getLogicalType())
                        .as("logical type of %s", field.name())
                        .isNotNull();
            }
        });
    }

    private static String logicalType(Schema.Field field) {
        LogicalType type = withoutNull(field.schema()).getLogicalType();
        return type == null ? "none" : type.getName();
    }

    private static Schema withoutNull(Schema schema) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        return schema.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .findFirst()
                .orElse(schema);
    }

    private static Stream<Schema.Field> fields() {
        return namedTypes()
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .flatMap(type -> type.getFields().stream());
    }

    private static Stream<Schema> namedTypes() {
        List<Schema> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Topics.contract().stream()
                .flatMap(topic -> topic.records().stream())
                .forEach(type -> collect(SpecificData.get().getSchema(type), seen, found::add));
        return found.stream();
    }

    private static void collect(Schema schema, Set<String> seen, Consumer<Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    found.accept(schema);
                    schema.getFields().forEach(field -> collect(field.schema(), seen, found));
                }
            }
            case ENUM -> {
                if (seen.add(schema.getFullName())) {
                    found.accept(schema);
                }
            }
            case ARRAY -> collect(schema.getElementType(), seen, found);
            case MAP -> collect(schema.getValueType(), seen, found);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, seen, found));
            default -> {
                // Nothing inside.
            }
        }
    }
}
