package dev.seatkey.localstack.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.schemas.Topic;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts records back, each together with the note that it was, in one transaction. There is one replay at a time on a cluster: a new
 * one ends the one before it, whose open transaction is undone.
 */
final class PutBack implements AutoCloseable {
    private static final String TRANSACTIONAL_ID = "seatkey.dead-letters.replay";

    private final KafkaProducer<byte[], byte[]> producer;
    private final Clock clock;

    /**
     * Ends every replay before this one: what is read from now on says all that they did.
     *
     * @param clock for the notes, and for records that have no time
     */
    PutBack(String bootstrapServers, Clock clock) {
        this.clock = clock;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "transactional.id",
                        TRANSACTIONAL_ID,
                        "transaction.timeout.ms",
                        "10000",
                        "max.block.ms",
                        "30000",
                        "max.request.size",
                        Integer.toString(Topic.MAX_DEAD_LETTER_BYTES),
                        "compression.type",
                        "gzip"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException refused) {
            producer.close();
            throw new IllegalStateException(
                    "The brokers at " + bootstrapServers + " allow no replay: " + refused.getMessage(), refused);
        }
    }

    /** A dead letter with its value. */
    @SuppressWarnings("ArrayRecordComponent") // Kept to be sent, never compared.
    record Chosen(DeadLetter letter, byte @Nullable [] value) {}

    /** A dead letter that no transaction can hold; nothing was put back. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient DeadLetter letter;

        TooLarge(DeadLetter letter) {
            super("its topic takes no record of its size");
            this.letter = letter;
        }

        DeadLetter letter() {
            return letter;
        }
    }

    /**
     * Puts all of them back, or none.
     *
     * @return as what
     * @throws TooLarge if one of them is too large for its topic
     */
    Map<DeadLetter, Place> put(List<Chosen> batch) throws TooLarge {
        try {
            producer.beginTransaction();
            var places = sent(batch);
            var notes = new ArrayList<Future<RecordMetadata>>();
            places.forEach((letter, as) -> notes.add(producer.send(Replayed.of(letter.id(), as, clock.instant())
                    .note(letter.id().topic()))));
            for (var note : notes) {
                placeOf(note);
            }
            producer.commitTransaction();
            return places;
        } catch (TooLarge e) {
            producer.abortTransaction();
            throw e;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new IllegalStateException("Another replay has begun and ended this one; list tells what is left.", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private Map<DeadLetter, Place> sent(List<Chosen> batch) throws TooLarge {
        var sending = new LinkedHashMap<DeadLetter, Future<RecordMetadata>>();
        batch.forEach(each -> sending.put(each.letter(), send(asItWas(each))));
        for (var each : sending.entrySet()) {
            if (isTooLarge(each.getValue())) {
                throw new TooLarge(each.getKey());
            }
        }
        var places = new LinkedHashMap<DeadLetter, Place>();
        sending.forEach((letter, sent) -> places.put(letter, placeOf(sent)));
        return places;
    }

    private ProducerRecord<byte[], byte[]> asItWas(Chosen chosen) {
        var letter = chosen.letter();
        var origin = letter.origin().orElseThrow();
        var headers = letter.originalHeaders();
        headers.add(DeadLetter.REPLAY_OF, letter.id().toString().getBytes(UTF_8));
        return new ProducerRecord<>(
                origin.topic(),
                origin.partition(),
                letter.originalTimestamp().orElse(clock.millis()),
                letter.key(),
                chosen.value(),
                headers);
    }

    /** What cannot be sent says so where the answer is waited for, like what the broker refuses. */
    private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record);
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Place placeOf(Future<RecordMetadata> sent) {
        try {
            return Place.of(await(sent));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refused ? refused : new IllegalStateException(e);
        }
    }

    private static boolean isTooLarge(Future<RecordMetadata> sent) {
        try {
            await(sent);
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof RecordTooLargeException;
        }
    }

    private static RecordMetadata await(Future<RecordMetadata> sent) throws ExecutionException {
        try {
            return sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while replaying; what was not committed is undone", e);
        }
    }
}
