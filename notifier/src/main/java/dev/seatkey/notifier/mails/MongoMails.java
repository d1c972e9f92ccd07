package dev.seatkey.notifier.mails;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import dev.seatkey.messaging.due.DueDocuments;
import dev.seatkey.messaging.due.DueItem;
import dev.seatkey.messaging.due.DueWork;
import dev.seatkey.messaging.store.ConditionalWrites;
import dev.seatkey.messaging.store.StoreIndex;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The mails in MongoDB. Their ids say that there is one for each cause and recipient. */
final class MongoMails implements Mails, DueWork {
    static final String COLLECTION = "mails";
    static final String SEND_MAIL = "send-mail";
    static final List<StoreIndex> INDEXES = List.of(
            StoreIndex.forQuery(COLLECTION, Indexes.ascending("slice", "dueAt"), "mails that are due to be sent"),
            StoreIndex.forQuery(COLLECTION, Indexes.ascending("saleId"), "the mails about a sale, for operators"));

    private final MongoCollection<MailDocument> mails;
    private final MongoCollection<Document> parts;

    MongoMails(MongoDatabase database) {
        this.mails = database.getCollection(COLLECTION, MailDocument.class);
        this.parts = database.getCollection(COLLECTION);
    }

    @Override
    public Set<UUID> existing(Collection<UUID> ids) {
        Set<UUID> existing = new HashSet<>();
        parts.find(withIds(ids))
                .projection(include("_id"))
                .forEach(document -> existing.add(UUID.fromString(document.getString("_id"))));
        return existing;
    }

    @Override
    public Map<UUID, Mail> find(Collection<UUID> ids) {
        Map<UUID, Mail> found = new HashMap<>();
        mails.find(withIds(ids)).forEach(document -> {
            Mail mail = document.mail();
            found.put(mail.mailId(), mail);
        });
        return found;
    }

    @Override
    public void add(List<Mail> queued) {
        ConditionalWrites.insert(mails, queued.stream().map(MailDocument::of).toList());
    }

    @Override
    public boolean replace(Mail next) {
        MailDocument document = MailDocument.of(next);
        return mails.updateOne(before(document), update(document)).getMatchedCount() == 1;
    }

    @Override
    public void write(List<Mail> next) {
        ConditionalWrites.update(
                mails,
                next.stream()
                        .map(MailDocument::of)
                        .map(document -> new UpdateOneModel<MailDocument>(before(document), update(document)))
                        .toList());
    }

    @Override
    public List<DueItem> dueAt(Instant now, Collection<Integer> slices, int limit) {
        return DueDocuments.find(parts, SEND_MAIL, now, slices, limit);
    }

    static Bson withIds(Collection<UUID> ids) {
        return in("_id", ids.stream().map(UUID::toString).toList());
    }

    private static Bson before(MailDocument next) {
        return new Document("_id", next.mailId()).append("revision", next.revision() - 1);
    }

    private static Bson update(MailDocument next) {
        return combine(
                set("letter", next.letter()),
                set("state", next.state()),
                set("attempts", next.attempts()),
                set("copies", next.copies()),
                set("handledBy", next.handledBy()),
                set("answer", next.answer()),
                set("lastTrouble", next.lastTrouble()),
                set("dueAt", next.dueAt()),
                set("revision", next.revision()));
    }
}
