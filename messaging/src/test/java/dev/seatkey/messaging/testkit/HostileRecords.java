package dev.seatkey.messaging.testkit;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Records that keep to their schema and to nothing else. Some of their values are plausible, so that they get past checks. */
final class HostileRecords {
    private static final long NOON = 1_796_040_000_000L;
    private static final int LONGEST_LIST = 4;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\u001b[2J",
            "\r\nBcc: everybody@mail.example",
            "\u202e",
            "\ud83c\udf93",
            "🎓".repeat(200),
            "x".repeat(200),
            "x".repeat(501),
            "x".repeat(20_000),
            "sale-1",
            "org-1",
            "northwind",
            "nora",
            "harbor",
            "practice-test",
            "Learner",
            "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner",
            "https://lms.example",
            "it-pro-practice-test",
            "EUR",
            "JPY",
            "XXX",
            "Europe/Madrid",
            "UTC",
            "+18:00",
            "GMT0",
            "de-DE",
            "x-\u0000",
            "somebody@mail.example",
            "\"a b\"@[127.0.0.1]",
            "@",
            "{{{x}}}",
            "b0f5d9c6-6f1b-4a0e-9a55-1a1a7f6f2f10");

    private final FuzzedDataProvider data;

    HostileRecords(FuzzedDataProvider data) {
        this.data = data;
    }

    GenericRecord of(Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
        return record;
    }

    private @Nullable Object value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> of(schema);
            case ENUM -> new GenericData.EnumSymbol(schema, data.pickValue(schema.getEnumSymbols()));
            case ARRAY ->
                IntStream.range(0, data.consumeInt(0, LONGEST_LIST))
                        .mapToObj(i -> value(schema.getElementType()))
                        .toList();
            case UNION -> value(data.pickValue(schema.getTypes()));
            case STRING -> text();
            case BYTES -> ByteBuffer.wrap(data.consumeBytes(data.consumeInt(0, 40)));
            case INT -> number();
            case LONG -> data.consumeBoolean() ? NOON + data.consumeInt() : data.consumeLong();
            case BOOLEAN -> data.consumeBoolean();
            case NULL -> null;
            default -> throw new IllegalArgumentException("no contract has a " + schema.getType());
        };
    }

    /** Days near noon's, or as many users as one has, or anything. */
    private int number() {
        return switch (data.consumeInt(0, 2)) {
            case 0 -> data.consumeInt(20_700, 21_600);
            case 1 -> data.consumeInt(-1, 200);
            default -> data.consumeInt();
        };
    }

    private String text() {
        return data.consumeInt(0, 3) == 0 ? data.consumeString(30) : data.pickValue(TEXTS);
    }
}
