package dev.seatkey.messaging.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.EarlierWrites;
import dev.seatkey.messaging.OverlappingHandler;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.messaging.batch.BatchProcessor;
import dev.seatkey.messaging.batch.Checkpoint;
import dev.seatkey.messaging.batch.Decided;
import dev.seatkey.messaging.batch.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Runs a handler on the same records with a crash after each step of the batch, and before, in the middle of and after
 * each single write to the store, also while the transaction of the batch before is under way; then again without one, in one
 * batch or record by record; and compares what is sent, byte for byte, with what a run without any crash sends.
 *
 * <p>What was under way at the crash counts as not sent: the transaction it belonged to never committed.
 *
 * <p>Each scenario gets an empty database. Whatever the handler takes from outside besides the store (codes, mail servers)
 * must be made anew by {@code subscription} and be the same each time.
 */
public final class CrashKit {
    private static final int MORE_WRITES_THAN_ANY_BATCH_HAS = 100;

    private final AvroFormat format;
    private final Supplier<MongoDatabase> emptyDatabase;
    private final Function<MongoDatabase, Subscription> subscription;

    /**
     * @param emptyDatabase makes an empty database with the service's indexes, a new one each time
     * @param subscription makes the subscription with its handler on a database
     */
    public CrashKit(
            AvroFormat format,
            Supplier<MongoDatabase> emptyDatabase,
            Function<MongoDatabase, Subscription> subscription) {
        this.format = format;
        this.emptyDatabase = emptyDatabase;
        this.subscription = subscription;
    }

    /** What a run without a crash sends. */
    public List<SentRecord> run(List<ConsumerRecord<byte[], byte[]>> records) {
        return runOn(emptyDatabase.get(), records, Checkpoint.NONE);
    }

    /** What handling these records sends, on a database that may hold something. */
    public List<SentRecord> runOn(MongoDatabase database, List<ConsumerRecord<byte[], byte[]>> records) {
        return runOn(database, records, Checkpoint.NONE);
    }

    /**
     * Checks every crash in {@code batch} when {@code before} was handled and committed.
     *
     * @return what a run without a crash sends for {@code batch}, for the test to say that it is right
     */
    public List<SentRecord> survivesEveryCrash(
            List<ConsumerRecord<byte[], byte[]>> before, List<ConsumerRecord<byte[], byte[]>> batch) {
        MongoDatabase calm = prepared(before);
        List<SentRecord> expected = runOn(calm, batch, Checkpoint.NONE);
        assertThat(runOn(calm, batch, Checkpoint.NONE)).as("handled twice").isEqualTo(expected);
        crashesAtEachStep(before, batch, expected);
        crashesAroundEachWrite(before, List.of(), batch, expected);
        if (batch.size() > 1) {
            int half = batch.size() / 2;
            List<ConsumerRecord<byte[], byte[]>> first = batch.subList(0, half);
            List<ConsumerRecord<byte[], byte[]>> second = batch.subList(half, batch.size());
            crashesAroundEachWrite(before, first, second, expected);
            crashesWhileTheFirstIsUnwritten(before, first, second, expected);
        }
        return expected;
    }

    private void crashesAtEachStep(
            List<ConsumerRecord<byte[], byte[]>> before,
            List<ConsumerRecord<byte[], byte[]>> batch,
            List<SentRecord> expected) {
        for (Step step : List.of(Step.POLLED, Step.READ, Step.DECIDED, Step.WRITTEN)) {
            for (boolean oneByOne : List.of(false, true)) {
                MongoDatabase database = prepared(before);
                crash(database, batch, passed -> {
                    if (passed == step) {
                        throw new Crash("after " + step);
                    }
                });
                assertThat(again(database, batch, oneByOne))
                        .as("after a crash at %s, %s", step, oneByOne ? "one by one" : "as one batch")
                        .isEqualTo(expected);
            }
        }
    }

    /** @param unsettled stored before {@code batch}, by a transaction that is under way at the crash */
    private void crashesAroundEachWrite(
            List<ConsumerRecord<byte[], byte[]>> before,
            List<ConsumerRecord<byte[], byte[]>> unsettled,
            List<ConsumerRecord<byte[], byte[]>> batch,
            List<SentRecord> expected) {
        List<ConsumerRecord<byte[], byte[]>> both = new ArrayList<>(unsettled);
        both.addAll(batch);
        for (CrashingDatabase.Moment moment : CrashingDatabase.Moment.values()) {
            for (boolean oneByOne : List.of(false, true)) {
                for (int write = 1; write <= MORE_WRITES_THAN_ANY_BATCH_HAS; write++) {
                    MongoDatabase database = prepared(before);
                    runOn(database, unsettled, Checkpoint.NONE);
                    MongoDatabase crashing = CrashingDatabase.crashing(database, write, moment);
                    if (!crash(crashing, batch, Checkpoint.NONE)) {
                        break;
                    }
                    assertThat(again(database, both, oneByOne))
                            .as(
                                    "after a crash %s of write %s, %s unsettled before, %s",
                                    moment, write, unsettled.size(), oneByOne ? "one by one" : "as one batch")
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** Where the handler overlaps: reads the second batch before the first one is written, and crashes. */
    private void crashesWhileTheFirstIsUnwritten(
            List<ConsumerRecord<byte[], byte[]>> before,
            List<ConsumerRecord<byte[], byte[]>> first,
            List<ConsumerRecord<byte[], byte[]>> second,
            List<SentRecord> expected) {
        if (!(subscription.apply(emptyDatabase.get()).handler() instanceof OverlappingHandler)) {
            return;
        }
        assertThat(overlapped(prepared(before), first, second)).isEqualTo(expected);
        List<ConsumerRecord<byte[], byte[]>> both = new ArrayList<>(first);
        both.addAll(second);
        for (CrashingDatabase.Moment moment : CrashingDatabase.Moment.values()) {
            for (int write = 1; write <= MORE_WRITES_THAN_ANY_BATCH_HAS; write++) {
                MongoDatabase database = prepared(before);
                MongoDatabase crashing = CrashingDatabase.crashing(database, write, moment);
                if (!crashes(() -> overlapped(crashing, first, second))) {
                    break;
                }
                assertThat(again(database, both, false))
                        .as("after a crash %s of write %s of two overlapping batches", moment, write)
                        .isEqualTo(expected);
            }
        }
    }

    private List<SentRecord> overlapped(
            MongoDatabase database,
            List<ConsumerRecord<byte[], byte[]>> first,
            List<ConsumerRecord<byte[], byte[]>> second) {
        Subscription made = subscription.apply(database);
        BatchProcessor<?, ?, ?> processor = processor(made, made.handler(), Checkpoint.NONE);
        List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
        var unwritten = new ArrayDeque<>(List.of(processor.decide(first, EarlierWrites.DONE)));
        EarlierWrites writesFirst = () -> {
            while (!unwritten.isEmpty()) {
                sent.addAll(unwritten.remove().write());
            }
        };
        Decided ofSecond = processor.decide(second, writesFirst);
        writesFirst.await();
        sent.addAll(ofSecond.write());
        return sent.stream().map(record -> SentRecord.of(record, format)).toList();
    }

    private MongoDatabase prepared(List<ConsumerRecord<byte[], byte[]>> before) {
        MongoDatabase database = emptyDatabase.get();
        runOn(database, before, Checkpoint.NONE);
        return database;
    }

    private boolean crash(MongoDatabase database, List<ConsumerRecord<byte[], byte[]>> batch, Checkpoint checkpoint) {
        return crashes(() -> runOn(database, batch, checkpoint));
    }

    private static boolean crashes(Runnable run) {
        try {
            run.run();
            return false;
        } catch (Crash expected) {
            return true;
        }
    }

    private List<SentRecord> again(
            MongoDatabase database, List<ConsumerRecord<byte[], byte[]>> batch, boolean oneByOne) {
        if (!oneByOne) {
            return runOn(database, batch, Checkpoint.NONE);
        }
        List<SentRecord> sent = new ArrayList<>();
        batch.forEach(record -> sent.addAll(runOn(database, List.of(record), Checkpoint.NONE)));
        return sent;
    }

    private List<SentRecord> runOn(
            MongoDatabase database, List<ConsumerRecord<byte[], byte[]>> records, Checkpoint checkpoint) {
        Subscription made = subscription.apply(database);
        List<ProducerRecord<byte[], byte[]>> sent =
                processor(made, made.handler(), checkpoint).process(records);
        return sent.stream().map(record -> SentRecord.of(record, format)).toList();
    }

    private <M, S, C> BatchProcessor<M, S, C> processor(
            Subscription made, BatchHandler<M, S, C> handler, Checkpoint checkpoint) {
        return new BatchProcessor<>(made, handler, format, checkpoint);
    }
}
