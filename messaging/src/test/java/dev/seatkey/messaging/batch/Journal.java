package dev.seatkey.messaging.batch;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import dev.seatkey.contract.CommandRefused;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.messaging.Publication;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.due.DueItem;
import dev.seatkey.messaging.due.DueWork;
import dev.seatkey.messaging.store.ConditionalWrites;
import dev.seatkey.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A worker in miniature: enters each decision in a collection, and refuses it, naming the record that it entered. */
final class Journal implements BatchHandler<Journal.Entry, Map<String, Journal.Entry>, List<Journal.Entry>>, DueWork {
    private final MongoCollection<Entry> entries;
    private final boolean flawed;

    Journal(MongoDatabase database) {
        this(database, false);
    }

    private Journal(MongoDatabase database, boolean flawed) {
        this.entries = database.getCollection("entries", Entry.class);
        this.flawed = flawed;
    }

    /** One that answers only what it enters now: the classic mistake, since after a crash nothing is entered any more. */
    static Journal flawed(MongoDatabase database) {
        return new Journal(database, true);
    }

    static Subscription subscription(BatchHandler<?, ?, ?> journal, String name, @Nullable DueWork dueWork) {
        return new Subscription(
                Topics.APPROVAL_WORKER,
                name,
                List.of(Topics.APPROVAL_DECISIONS),
                Set.of(DecideSale.class),
                journal,
                dueWork);
    }

    /**
     * An entry.
     *
     * @param dueAt when somebody wants to be reminded of it
     */
    public record Entry(@BsonId String id, Cause cause, Instant dueAt, int slice) {}

    long size() {
        return entries.countDocuments();
    }

    @Override
    public Entry translate(Message message) {
        String id = ((DecideSale) message.body()).getSaleId();
        return new Entry(id, message.cause(), message.cause().at(), 0);
    }

    @Override
    public Map<String, Entry> read(List<Entry> messages) {
        List<String> ids = messages.stream().map(Entry::id).toList();
        return entries.find(Filters.in("_id", ids)).into(new ArrayList<>()).stream()
                .collect(Collectors.toMap(Entry::id, Function.identity()));
    }

    @Override
    public Decision<List<Entry>> decide(List<Entry> messages, Map<String, Entry> stored) {
        Map<String, Entry> known = new HashMap<>(stored);
        List<Entry> changes = new ArrayList<>();
        List<Publication> answers = new ArrayList<>();
        for (Entry message : messages) {
            boolean entered = known.putIfAbsent(message.id, message) == null;
            if (entered) {
                changes.add(message);
            }
            if (entered || !flawed) {
                answers.add(answer(known.getOrDefault(message.id, message)));
            }
        }
        return new Decision<>(changes, answers);
    }

    @Override
    public void write(List<Entry> changes) {
        ConditionalWrites.apply(
                entries,
                changes.stream()
                        .map(entry -> new ReplaceOneModel<>(
                                Filters.eq("_id", entry.id), entry, new ReplaceOptions().upsert(true)))
                        .toList());
    }

    @Override
    public List<DueItem> dueAt(Instant now, Collection<Integer> slices, int limit) {
        return entries
                .find(Filters.and(Filters.in("slice", slices), Filters.lte("dueAt", now)))
                .limit(limit)
                .into(new ArrayList<>())
                .stream()
                .map(entry -> new DueItem("remind", entry.id, entry.dueAt, entry.slice))
                .toList();
    }

    private static Publication answer(Entry entry) {
        CommandRefused body =
                new CommandRefused(entry.id, "DecideSale", null, "ENTERED", entry.cause.record(), entry.cause.at());
        return new Publication(Topics.SALE_EVENTS, entry.id, NameBasedId.of("entered", entry.id), body, entry.cause);
    }
}
