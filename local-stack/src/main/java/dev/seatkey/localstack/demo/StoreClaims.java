package dev.seatkey.localstack.demo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import dev.seatkey.contract.Sale;
import dev.seatkey.contract.SaleStatus;
import dev.seatkey.localstack.outside.Seen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** What must be true of the stores: they say what the topics say. */
final class StoreClaims {
    private final Stage stage;
    private final Books books;
    private final MongoClient store;

    StoreClaims(Stage stage, Books books, MongoClient store) {
        this.stage = stage;
        this.books = books;
        this.store = store;
    }

    List<Claim> all() {
        return List.of(
                new Claim(
                        "W3   The key worker's store holds the seats and keys that the events tell of",
                        this::seatsAndKeys),
                new Claim("W3   Each sale stands in sale-intake's store as in the sales topic", this::statuses),
                new Claim("W3   Two sales have ended, one runs, one was declined", this::ending));
    }

    private List<String> seatsAndKeys() {
        var problems = new Problems();
        for (var plan : books.plans().keySet()) {
            problems.unlessEqual(
                    "The seats of " + plan, (long) books.seats(plan).size(), count("seats", plan));
            problems.unlessEqual(
                    "The keys of " + plan,
                    books.keys().stream()
                            .filter(each -> each.issued().getSaleId().equals(plan))
                            .count(),
                    count("keys", plan));
        }
        return problems.list();
    }

    private long count(String collection, String saleId) {
        return store.getDatabase(stage.stack().databaseOf("key-worker"))
                .getCollection(collection)
                .countDocuments(Filters.eq("saleId", saleId));
    }

    private List<String> statuses() {
        var stored = new HashMap<String, String>();
        store.getDatabase(stage.stack().databaseOf("sale-intake"))
                .getCollection("sales")
                .find()
                .forEach((Document sale) -> stored.put(String.valueOf(sale.get("_id")), sale.getString("status")));
        var told = new HashMap<String, String>();
        newest().forEach((saleId, status) -> told.put(saleId, status.name()));
        return new Problems()
                .unlessEqual("The statuses in the store", told, stored)
                .list();
    }

    private List<String> ending() {
        return new Problems()
                .unlessEqual(
                        "How the sales stand",
                        Map.of(
                                "northwind-fall", SaleStatus.ENDED,
                                "lago-otono", SaleStatus.ENDED,
                                "executive-school", SaleStatus.ACTIVE,
                                "lago-extra", SaleStatus.DECLINED),
                        newest())
                .list();
    }

    /** Records of one sale stand in one partition, in order: the last one is the newest. */
    private Map<String, SaleStatus> newest() {
        var newest = new HashMap<String, SaleStatus>();
        stage.observer().all(Sale.class).stream()
                .map(Seen::body)
                .forEach(each -> newest.put(each.getSale().getSaleId(), each.getStatus()));
        return newest;
    }
}
