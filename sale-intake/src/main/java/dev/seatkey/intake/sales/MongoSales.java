package dev.seatkey.intake.sales;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import dev.seatkey.messaging.store.ConditionalWrites;
import dev.seatkey.messaging.store.StoreIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** The sales in MongoDB. */
final class MongoSales implements Sales {
    static final String COLLECTION = "sales";

    static final List<StoreIndex> INDEXES = List.of(
            StoreIndex.forQuery(
                    COLLECTION,
                    Indexes.compoundIndex(
                            Indexes.ascending("customerId"),
                            Indexes.descending("registeredAt"),
                            Indexes.ascending("_id")),
                    "the sales of an organization, newest first"),
            new StoreIndex(
                    COLLECTION,
                    Indexes.ascending("newCustomerId"),
                    new IndexOptions().unique(true).sparse(true),
                    "an organization is brought by one sale only"));

    private final MongoCollection<SaleDocument> sales;

    MongoSales(MongoDatabase database) {
        this.sales = database.getCollection(COLLECTION, SaleDocument.class);
    }

    @Override
    public List<Sale> find(Collection<String> saleIds) {
        return findIn("_id", saleIds);
    }

    @Override
    public List<Sale> thatBrought(Collection<String> organizationIds) {
        return findIn("newCustomerId", organizationIds);
    }

    @Override
    public void add(Collection<Sale> registered) {
        ConditionalWrites.insert(
                sales, registered.stream().map(sale -> SaleDocument.of(sale, 1)).toList());
    }

    @Override
    public void update(Collection<Sale> changed) {
        ConditionalWrites.update(sales, changed.stream().map(MongoSales::update).toList());
    }

    private static UpdateOneModel<SaleDocument> update(Sale changed) {
        return new UpdateOneModel<>(
                new Document("_id", changed.saleId()).append("revision", changed.revision()),
                combine(
                        set("status", changed.status()),
                        set("history", changed.history()),
                        set("revision", changed.revision() + 1)));
    }

    private List<Sale> findIn(String field, Collection<String> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        List<Sale> found = new ArrayList<>();
        sales.find(in(field, values)).forEach(document -> found.add(document.sale()));
        return found;
    }
}
