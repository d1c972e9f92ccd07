package dev.seatkey.localstack.components;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Makes a record of any type, with every optional field present and every list filled. */
final class Examples {
    private Examples() {}

    static <T extends SpecificRecord> T of(Class<T> type) throws IOException {
        var schema = SpecificData.get().getSchema(type);
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(valueOf(schema), encoder);
        encoder.flush();
        var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
        return new SpecificDatumReader<>(type).read(null, decoder);
    }

    private static Object valueOf(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> recordOf(schema);
            case ENUM ->
                new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(1));
            case ARRAY -> List.of(valueOf(schema.getElementType()), valueOf(schema.getElementType()));
            case MAP -> Map.of("a", valueOf(schema.getValueType()));
            case UNION -> valueOf(schema.getTypes().get(schema.getTypes().size() - 1));
            case STRING -> stringOf(schema);
            case BYTES -> ByteBuffer.wrap(BigInteger.valueOf(1_234_500).toByteArray());
            case INT -> 20_000;
            case LONG -> 1_800_000_000_000L;
            case BOOLEAN -> true;
            default -> throw new IllegalArgumentException("No example of " + schema);
        };
    }

    private static GenericData.Record recordOf(Schema schema) {
        var record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), valueOf(field.schema())));
        return record;
    }

    private static String stringOf(Schema schema) {
        return schema.getLogicalType() == LogicalTypes.uuid() ? "b0f5d9c6-6f1b-4a0e-9a55-1a1a7f6f2f10" : "São Paulo 🎓";
    }
}
