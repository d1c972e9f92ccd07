package dev.seatkey.messaging.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.EarlierWrites;
import dev.seatkey.messaging.LostRace;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.OverlappingHandler;
import dev.seatkey.messaging.PassingFault;
import dev.seatkey.messaging.Publication;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the records of a poll through decode, read, decide and write, and returns what is to be sent with their offsets in
 * one transaction. Broken records come back as dead letters; the rest of their batch goes on.
 *
 * <p>Throws only for passing faults: then nothing must be sent, and the same records are to be given again.
 */
public final class BatchProcessor<M, S, C> {
    private static final Logger log = LoggerFactory.getLogger(BatchProcessor.class);
    private static final int MOST_RACES = 50;

    /** So short that one more round fits into {@link BatchHandler#LONGEST_BATCH}, also where the handler posts mails. */
    private static final Duration LONGEST_RACING = Duration.ofSeconds(10);

    private static final int TRIES_OF_A_BUG = 3;
    private static final Duration PAUSE_BETWEEN_TRIES = Duration.ofMillis(50);
    private static final int ROOM_FOR_HEADERS = 4096;

    private final Subscription subscription;
    private final BatchHandler<M, S, C> handler;
    private final AvroFormat format;
    private final Envelope envelope;
    private final Checkpoint checkpoint;
    private final LongSupplier nanoTime;

    /** @param handler the subscription's handler */
    public BatchProcessor(
            Subscription subscription, BatchHandler<M, S, C> handler, AvroFormat format, Checkpoint checkpoint) {
        this(subscription, handler, format, checkpoint, System::nanoTime);
    }

    BatchProcessor(
            Subscription subscription,
            BatchHandler<M, S, C> handler,
            AvroFormat format,
            Checkpoint checkpoint,
            LongSupplier nanoTime) {
        this.subscription = subscription;
        this.handler = handler;
        this.format = format;
        this.envelope = new Envelope(subscription.service());
        this.checkpoint = checkpoint;
        this.nanoTime = nanoTime;
    }

    /** What to send for these records, all of it in one transaction with their offsets. */
    public List<ProducerRecord<byte[], byte[]>> process(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        return process(records, EarlierWrites.DONE);
    }

    /** What to send for these records when those before them are written. */
    List<ProducerRecord<byte[], byte[]>> process(
            Iterable<ConsumerRecord<byte[], byte[]>> records, EarlierWrites earlier) {
        return handle(records, new Way<>(earlier, this::write));
    }

    /** Reads and decides, and leaves it to the caller to write. Does all at once if the handler doesn't overlap. */
    public Decided decide(Iterable<ConsumerRecord<byte[], byte[]>> records, EarlierWrites earlier) {
        if (!(handler instanceof OverlappingHandler)) {
            List<ProducerRecord<byte[], byte[]>> toSend = process(records, earlier);
            return () -> toSend;
        }
        AtomicReference<Decision<C>> unwritten = new AtomicReference<>();
        Way<C> leaving = new Way<>(earlier, decision -> {
            unwritten.set(decision);
            return List.of();
        });
        List<ProducerRecord<byte[], byte[]>> toSend = handle(records, leaving);
        return () -> {
            // Held no longer: the collector would copy what is told, and encoded by then, while the rest is written.
            Decision<C> decision = unwritten.getAndSet(null);
            if (decision != null) {
                toSend.addAll(write(decision));
            }
            return toSend;
        };
    }

    private List<ProducerRecord<byte[], byte[]>> handle(Iterable<ConsumerRecord<byte[], byte[]>> records, Way<C> way) {
        checkpoint.passed(Step.POLLED);
        List<ProducerRecord<byte[], byte[]>> toSend = new ArrayList<>();
        List<Translated<M>> batch = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            translate(record, batch, toSend);
        }
        if (!batch.isEmpty()) {
            handle(batch, toSend, way);
        }
        return toSend;
    }

    private void translate(
            ConsumerRecord<byte[], byte[]> record,
            List<Translated<M>> batch,
            List<ProducerRecord<byte[], byte[]>> toSend) {
        try {
            SpecificRecord body = decode(record);
            if (subscription.handled().contains(body.getClass())) {
                String key = record.key() == null ? "" : new String(record.key(), UTF_8);
                M message = handler.translate(new Message(body, key, Envelope.cause(record)));
                batch.add(new Translated<>(record, message));
            }
        } catch (PassingFault e) {
            throw e;
        } catch (RuntimeException e) {
            toSend.add(deadLetter(record, e));
        }
    }

    private SpecificRecord decode(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new BrokenRecord("has no value");
        }
        if (record.timestamp() < 0) {
            throw new BrokenRecord("has no timestamp, so nobody can say when it happened");
        }
        Topic topic = subscription.topic(record.topic());
        SpecificRecord body = format.decode(record.value());
        if (!topic.records().contains(body.getClass())) {
            throw new BrokenRecord(
                    "is a " + body.getSchema().getFullName() + ", which " + topic.name() + " does not carry");
        }
        return body;
    }

    private void handle(List<Translated<M>> batch, List<ProducerRecord<byte[], byte[]>> toSend, Way<C> way) {
        try {
            toSend.addAll(run(batch.stream().map(Translated::message).toList(), way));
        } catch (RuntimeException e) {
            if (FailureKind.of(e) == FailureKind.PASSING) {
                throw e;
            }
            if (batch.size() == 1) {
                handleAlone(batch.get(0), e, toSend, way.earlier());
                return;
            }
            // Something spoils the batch. Its halves show what; what the others have written is found again.
            Way<C> writing = new Way<>(way.earlier(), this::write);
            handle(batch.subList(0, batch.size() / 2), toSend, writing);
            handle(batch.subList(batch.size() / 2, batch.size()), toSend, writing);
        }
    }

    private void handleAlone(
            Translated<M> translated,
            RuntimeException first,
            List<ProducerRecord<byte[], byte[]>> toSend,
            EarlierWrites earlier) {
        RuntimeException failure = first;
        for (int tried = 1; tried < TRIES_OF_A_BUG && FailureKind.of(failure) == FailureKind.BUG; tried++) {
            LockSupport.parkNanos(PAUSE_BETWEEN_TRIES.toNanos());
            try {
                toSend.addAll(run(List.of(translated.message()), new Way<>(earlier, this::write)));
                return;
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (FailureKind.of(failure) == FailureKind.PASSING) {
            throw failure;
        }
        toSend.add(deadLetter(translated.record(), failure));
    }

    private List<ProducerRecord<byte[], byte[]>> run(List<M> messages, Way<C> way) {
        long began = nanoTime.getAsLong();
        int races = 0;
        do {
            try {
                S stored = read(messages, way.earlier());
                checkpoint.passed(Step.READ);
                return way.finish().apply(handler.decide(messages, stored));
            } catch (LostRace e) {
                races++;
                log.debug("{}: {}; reading and deciding again", subscription.group(), e.getMessage());
            }
        } while (races < MOST_RACES && nanoTime.getAsLong() - began < LONGEST_RACING.toNanos());
        throw new PassingFault("lost " + races + " races in a row");
    }

    private S read(List<M> messages, EarlierWrites earlier) {
        if (handler instanceof OverlappingHandler<M, S, C> overlapping) {
            return overlapping.read(messages, earlier);
        }
        earlier.await();
        return handler.read(messages);
    }

    /** Encodes before it writes: what cannot be told is not written. */
    private List<ProducerRecord<byte[], byte[]>> write(Decision<C> decision) {
        List<ProducerRecord<byte[], byte[]>> encoded =
                decision.publications().stream().map(this::encode).toList();
        checkpoint.passed(Step.DECIDED);
        handler.write(decision.changes());
        checkpoint.passed(Step.WRITTEN);
        return encoded;
    }

    private ProducerRecord<byte[], byte[]> encode(Publication publication) {
        String topic = publication.topic().name();
        byte[] key = publication.key().getBytes(UTF_8);
        byte[] value = format.encode(topic, publication.body());
        if (key.length + value.length > publication.topic().maxRecordBytes() - ROOM_FOR_HEADERS) {
            throw new IllegalStateException("the answer is too large for " + topic);
        }
        return new ProducerRecord<>(
                topic, null, publication.at().toEpochMilli(), key, value, envelope.headers(publication));
    }

    private ProducerRecord<byte[], byte[]> deadLetter(ConsumerRecord<byte[], byte[]> record, RuntimeException e) {
        FailureKind kind = FailureKind.of(e);
        String topic = subscription.topic(record.topic()).deadLetters(subscription.service());
        String coordinates = Envelope.cause(record).record();
        if (kind == FailureKind.BUG) {
            log.error("{} cannot be handled; it goes to {} and the flow goes on", coordinates, topic, e);
        } else {
            log.warn("{} {}; it goes to {} and the flow goes on", coordinates, e.getMessage(), topic);
        }
        return DeadLetter.of(record, topic, kind, e);
    }

    /**
     * How a batch goes along with what comes before and after.
     *
     * @param earlier what is still to be written for the batches before
     * @param finish makes of what was decided what is to be sent
     */
    private record Way<C>(EarlierWrites earlier, Function<Decision<C>, List<ProducerRecord<byte[], byte[]>>> finish) {}

    private record Translated<M>(ConsumerRecord<byte[], byte[]> record, M message) {}
}
