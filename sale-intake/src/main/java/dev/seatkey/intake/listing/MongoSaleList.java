package dev.seatkey.intake.listing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** The list of sales in MongoDB. A text is searched among the sales of the organizations asked for, not among all. */
final class MongoSaleList implements SaleList {
    private static final Bson WITHOUT_WHAT_IS_LONG = exclude("content", "told", "history", "details.comments");

    private final MongoCollection<SaleLineDocument> sales;

    MongoSaleList(MongoDatabase database) {
        this.sales = database.getCollection("sales", SaleLineDocument.class);
    }

    @Override
    public List<SaleLine> page(SaleQuery query) {
        List<SaleLine> lines = new ArrayList<>();
        sales.find(filter(query))
                .sort(orderBy(descending("registeredAt"), ascending("_id")))
                .skip(query.page() * query.size())
                .limit(query.size())
                .projection(WITHOUT_WHAT_IS_LONG)
                .forEach(document -> lines.add(document.line()));
        return lines;
    }

    @Override
    public long count(SaleQuery query) {
        return sales.countDocuments(filter(query));
    }

    private static Bson filter(SaleQuery query) {
        List<Bson> all = new ArrayList<>();
        all.add(in("customerId", query.customerIds()));
        if (query.status() != null) {
            all.add(eq("status", query.status()));
        }
        if (query.from() != null) {
            all.add(gte("registeredAt", query.from()));
        }
        if (query.to() != null) {
            all.add(lt("registeredAt", query.to()));
        }
        if (query.text() != null) {
            all.add(contains(query.text()));
        }
        return and(all);
    }

    private static Bson contains(String text) {
        String literally = text.replaceAll("[^\\p{L}\\p{N}\\s]", "\\\\$0");
        return or(Stream.of(
                        "details.saleName",
                        "details.customer.name",
                        "details.paperwork.customerPoNumber",
                        "details.paperwork.orderNumber")
                .map(field -> regex(field, literally, "i"))
                .toList());
    }
}
