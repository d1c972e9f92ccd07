package dev.seatkey.intake.listing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.seatkey.intake.sales.SaleDetails;
import dev.seatkey.intake.sales.SaleDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** The list of sales in MongoDB. A text is searched among the sales of the organizations asked for, not among all. */
final class MongoSaleList implements SaleList {
    private final MongoCollection<SaleDocument> sales;

    MongoSaleList(MongoDatabase database) {
        this.sales = database.getCollection("sales", SaleDocument.class);
    }

    @Override
    public List<SaleLine> page(SaleQuery query) {
        List<SaleLine> lines = new ArrayList<>();
        sales.find(filter(query))
                .sort(orderBy(descending("registeredAt"), ascending("_id")))
                .skip(query.page() * query.size())
                .limit(query.size())
                .forEach(document -> lines.add(line(document)));
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

    private static SaleLine line(SaleDocument document) {
        SaleDetails sale = document.details();
        return new SaleLine(
                sale.saleId(),
                sale.saleName(),
                sale.customer().organizationId(),
                sale.customer().name(),
                document.status(),
                sale.numberOfUsers(),
                sale.price().currency(),
                sale.price().distributionPrice(),
                sale.price().salesPrice(),
                sale.plan().activationDate(),
                sale.plan().cancellationDate(),
                sale.registeredAt(),
                sale.paperwork().customerPoNumber(),
                sale.paperwork().orderNumber());
    }
}
