package dev.seatkey.bench.opponents.bare;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be moved for each record.
 *
 * @param brokers {@code bootstrap.servers}
 * @param store the store's URI
 * @param database where the documents are
 * @param group the consumer group
 * @param input where the records come from
 * @param kinds the kinds of records for which something is moved, others are passed over; empty: all. A record's kind is the first
 *     byte of its value
 * @param ids what the ids of the documents that are read and changed follow from
 * @param reads collections, one document of which is read
 * @param inserts documents that are inserted
 * @param updates documents that are changed
 * @param sends records that are sent
 */
public record Job(
        String brokers,
        String store,
        String database,
        String group,
        String input,
        List<Integer> kinds,
        Id ids,
        List<String> reads,
        List<Insert> inserts,
        List<Update> updates,
        List<Send> sends) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A document for each record.
     *
     * @param sample one of its size and form, as extended JSON
     * @param id what its id follows from
     * @param unique its fields that must be unlike those of all others
     */
    public record Insert(String collection, String sample, Id id, List<String> unique) {}

    /**
     * A change of one document for each record of some kinds.
     *
     * @param change the update, as extended JSON
     * @param kinds for records of which kinds; empty: all
     */
    public record Update(String collection, String change, List<Integer> kinds) {}

    /** A record for each record, with a value of so many bytes, and a kind. */
    public record Send(String topic, int bytes, int kind) {}

    /** What a document's id follows from. */
    public enum Id {
        /** The record's key: there is one for all records with that key. */
        KEY,
        /** The record's place in its topic. */
        PLACE,
        /** The record's key is the id itself. */
        KEY_ITSELF
    }

    /** Writes it to a file. */
    public void writeTo(Path file) {
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    static Job readFrom(Path file) {
        try {
            return JSON.readValue(file.toFile(), Job.class);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }
}
