package dev.seatkey.schemas.release;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate: today's contracts against every release that was ever kept. */
class ReleasedSchemasTest {
    private static final Path KEPT = Path.of("released");
    private static final int SAMPLES = 20;

    static List<Release> releases() throws IOException {
        return Release.keptIn(KEPT);
    }

    @Test
    void keepsAtLeastOneRelease() throws IOException {
        assertThat(releases()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    @DisplayName("FULL_TRANSITIVE: today's contracts break no release")
    void breaksNoRelease(Release released) {
        List<Breach> breaches = Compatibility.breaches(released, Release.today());

        assertThat(breaches)
                .as(() -> breaches.stream().map(Breach::toString).collect(Collectors.joining("\n", "\n", "\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    @DisplayName(
            "what the check says holds for bytes: generated records of a release are read today, and today's by it")
    void readsWhatTheOtherSideWrote(Release released) throws IOException {
        long seed = new Random().nextLong();
        Release today = Release.today();

        for (Map.Entry<String, Schema> each : released.schemas().entrySet()) {
            String name = each.getKey();
            Schema then = each.getValue();
            Schema now = requireNonNull(today.schemas().get(name), name);
            assertThat(Stream.of(copied(then, now, seed), copied(now, then, seed)))
                    .as("%s, release %s, seed %d", name, released.version(), seed)
                    .allMatch(read -> read == SAMPLES);
        }
    }

    /** How many generated records could be written by one side and read by the other. */
    private static int copied(Schema writer, Schema reader, long seed) throws IOException {
        GenericDatumReader<Object> read = new GenericDatumReader<>(writer, reader);
        int count = 0;
        for (Object datum : new RandomData(writer, SAMPLES, seed)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<>(writer).write(datum, encoder);
            encoder.flush();
            Object copy = read.read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
            count += copy == null ? 0 : 1;
        }
        return count;
    }
}
