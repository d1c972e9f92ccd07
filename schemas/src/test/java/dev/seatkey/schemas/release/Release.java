package dev.seatkey.schemas.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * The contracts as they stood at one time.
 *
 * @param version names the release
 * @param schemas every record type that a topic carries, by full name
 * @param subjects the names under which they stand in the registry: topic, dash, full name of the record
 */
record Release(String version, Map<String, Schema> schemas, SortedSet<String> subjects) {
    private static final String SCHEMA_FILE = ".avsc";
    private static final String SUBJECTS_FILE = "subjects.txt";

    /** The contracts of the working tree. */
    static Release today() {
        Map<String, Schema> schemas = new TreeMap<>();
        SortedSet<String> subjects = new TreeSet<>();
        for (Topic topic : Topics.contract()) {
            topic.records().forEach(type -> {
                Schema schema = SpecificData.get().getSchema(type);
                schemas.put(schema.getFullName(), schema);
                subjects.add(topic.name() + "-" + schema.getFullName());
            });
        }
        return new Release("today", schemas, subjects);
    }

    /** All releases kept in this folder, one folder each. */
    static List<Release> keptIn(Path folder) throws IOException {
        try (Stream<Path> releases = Files.list(folder)) {
            return releases.filter(Files::isDirectory)
                    .sorted()
                    .map(Release::readFrom)
                    .toList();
        }
    }

    private static Release readFrom(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, Schema> schemas = new TreeMap<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(SCHEMA_FILE)).toList()) {
                Schema schema = new Schema.Parser().parse(Files.readString(file));
                schemas.put(schema.getFullName(), schema);
            }
            List<String> subjects = Files.readAllLines(folder.resolve(SUBJECTS_FILE));
            return new Release(folder.getFileName().toString(), schemas, new TreeSet<>(subjects));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(folder + " holds no release", e);
        }
    }

    /** Writes the release to {@code folder/<version>}, which must not exist: a release is never changed. */
    void keepIn(Path folder, String asVersion) throws IOException {
        Path target = folder.resolve(asVersion);
        Files.createDirectories(folder);
        Files.createDirectory(target);
        for (Schema schema : schemas.values()) {
            Files.writeString(target.resolve(schema.getFullName() + SCHEMA_FILE), PortableSchema.of(schema), UTF_8);
        }
        Files.write(target.resolve(SUBJECTS_FILE), subjects, UTF_8);
    }
}
