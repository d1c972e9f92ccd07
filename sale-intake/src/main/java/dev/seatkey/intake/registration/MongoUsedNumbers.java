package dev.seatkey.intake.registration;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.seatkey.messaging.store.ConditionalWrites;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** The used numbers in MongoDB: one small document for each number. */
final class MongoUsedNumbers implements UsedNumbers {
    private static final String SALE_ID = "saleId";

    private final MongoCollection<Document> numbers;

    MongoUsedNumbers(MongoDatabase database) {
        this.numbers = database.getCollection("used-numbers");
    }

    @Override
    public Map<NumberUse, String> firstUses(Collection<NumberUse> uses) {
        Map<NumberUse, String> found = new HashMap<>();
        if (!uses.isEmpty()) {
            numbers.find(in("_id", uses.stream().map(NumberUse::id).toList()))
                    .forEach(document ->
                            found.put(new NumberUse(document.getString("_id")), document.getString(SALE_ID)));
        }
        return found;
    }

    @Override
    public void remember(Map<NumberUse, String> saleIds) {
        ConditionalWrites.apply(
                numbers,
                saleIds.entrySet().stream()
                        .map(use -> new UpdateOneModel<Document>(
                                eq("_id", use.getKey().id()),
                                setOnInsert(SALE_ID, use.getValue()),
                                new UpdateOptions().upsert(true)))
                        .toList());
    }
}
