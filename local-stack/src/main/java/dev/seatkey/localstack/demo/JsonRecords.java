package dev.seatkey.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatkey.schemas.TrustedContracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.RawMessageDecoder;
import org.apache.avro.message.RawMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Plain JSON as records of the contracts, matched by field names: dates and instants in ISO 8601, decimals as text, absent fields
 * by their default. A field that the contract does not know is an error.
 */
final class JsonRecords {
    static {
        TrustedContracts.install();
    }

    private static final Pattern RELATIVE_DATE = Pattern.compile("today([+-]\\d{1,4})?");

    private static final int MOST_DIGITS = 100;

    private final LocalDate today;

    /** @param today the day that {@code today} stands for */
    JsonRecords(LocalDate today) {
        this.today = today;
    }

    <T extends SpecificRecord> T read(JsonNode json, Class<T> type) {
        var schema = SpecificData.get().getSchema(type);
        try {
            var bytes = new RawMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(record(json, schema));
            return new RawMessageDecoder<T>(SpecificData.getForClass(type), schema).decode(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private GenericRecord record(JsonNode json, Schema schema) {
        json.fieldNames().forEachRemaining(name -> {
            if (schema.getField(name) == null) {
                throw new IllegalArgumentException(schema.getName() + " has no field " + name);
            }
        });
        var record = new GenericData.Record(schema);
        for (var field : schema.getFields()) {
            record.put(field.pos(), value(json.get(field.name()), field, schema));
        }
        return record;
    }

    private @Nullable Object value(@Nullable JsonNode json, Schema.Field field, Schema schema) {
        if (json == null && !field.hasDefaultValue()) {
            throw new IllegalArgumentException(schema.getName() + " lacks its field " + field.name());
        }
        try {
            return json == null ? GenericData.get().getDefaultValue(field) : value(json, field.schema());
        } catch (DateTimeException | ArithmeticException | NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    schema.getName() + " has a field " + field.name() + " that is wrong: " + wrong.getMessage(), wrong);
        }
    }

    private @Nullable Object value(JsonNode json, Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(json, schema);
            case ENUM -> symbol(json.asText(), schema);
            case ARRAY -> array(json, schema.getElementType());
            case UNION -> json.isNull() ? null : value(json, present(schema));
            case STRING -> json.asText();
            case BYTES -> decimal(new BigDecimal(json.asText()), schema);
            case INT ->
                schema.getLogicalType() == null
                        ? json.intValue()
                        : (int) date(json.asText()).toEpochDay();
            case LONG ->
                schema.getLogicalType() == null
                        ? json.longValue()
                        : Instant.parse(json.asText()).toEpochMilli();
            case BOOLEAN -> json.booleanValue();
            default -> throw new IllegalArgumentException("No JSON for " + schema);
        };
    }

    private List<@Nullable Object> array(JsonNode json, Schema elements) {
        var list = new ArrayList<@Nullable Object>();
        json.forEach(each -> list.add(value(each, elements)));
        return list;
    }

    private static GenericData.EnumSymbol symbol(String text, Schema schema) {
        if (!schema.hasEnumSymbol(text)) {
            throw new IllegalArgumentException(schema.getName() + " has no " + text);
        }
        return new GenericData.EnumSymbol(schema, text);
    }

    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static ByteBuffer decimal(BigDecimal number, Schema schema) {
        var scale = ((LogicalTypes.Decimal) schema.getLogicalType()).getScale();
        if (number.precision() - (long) number.scale() > MOST_DIGITS) {
            throw new ArithmeticException(number + " is too large");
        }
        return ByteBuffer.wrap(number.setScale(scale).unscaledValue().toByteArray());
    }

    private LocalDate date(String text) {
        var relative = RELATIVE_DATE.matcher(text.toLowerCase(Locale.ROOT));
        if (!relative.matches()) {
            return LocalDate.parse(text);
        }
        return relative.group(1) == null ? today : today.plusDays(Integer.parseInt(relative.group(1)));
    }
}
