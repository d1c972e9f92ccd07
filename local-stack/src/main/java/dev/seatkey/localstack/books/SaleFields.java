package dev.seatkey.localstack.books;

import dev.seatkey.contract.SaleDetails;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that was fixed when a sale was registered, field by field, and where a store keeps it. */
final class SaleFields {
    private static final String[] NAMES = {
        "saleName",
        "registrant.organizationId",
        "registrant.organizationName",
        "registrant.userId",
        "registrant.name",
        "registrant.mailAddress",
        "registrant.locale",
        "customerId",
        "customerName",
        "resellerId",
        "distributionId",
        "distributionName",
        "numberOfUsers",
        "currency",
        "distributionPrice",
        "salesPrice",
        "priceListVersion",
        "keyLengthDays",
        "activationDate",
        "cancellationDate",
        "timeZone",
        "planFrom",
        "planTo",
        "customerPoNumber",
        "orderNumber",
        "billingMethod",
        "comments",
        "registeredAt"
    };

    private static final Map<String, String> IN_SALES = Map.ofEntries(
            Map.entry("customerId", "customer.organizationId"),
            Map.entry("customerName", "customer.name"),
            Map.entry("distributionId", "product.distributionId"),
            Map.entry("distributionName", "product.name"),
            Map.entry("keyLengthDays", "product.keyLengthDays"),
            Map.entry("currency", "price.currency"),
            Map.entry("distributionPrice", "price.distributionPrice"),
            Map.entry("salesPrice", "price.salesPrice"),
            Map.entry("priceListVersion", "price.priceListVersion"),
            Map.entry("activationDate", "plan.activationDate"),
            Map.entry("cancellationDate", "plan.cancellationDate"),
            Map.entry("timeZone", "plan.timeZone"),
            Map.entry("planFrom", "plan.from"),
            Map.entry("planTo", "plan.to"),
            Map.entry("customerPoNumber", "paperwork.customerPoNumber"),
            Map.entry("orderNumber", "paperwork.orderNumber"),
            Map.entry("billingMethod", "paperwork.billingMethod"));

    /** As the approval-worker keeps them: as the contract has them. */
    static final SaleFields IN_APPROVALS = new SaleFields("sale.", Map.of());

    /** As sale-intake keeps them: in groups. */
    static final SaleFields IN_SALE_INTAKE = new SaleFields("details.", IN_SALES);

    private final Map<String, String> paths = new LinkedHashMap<>();

    private SaleFields(String prefix, Map<String, String> renamed) {
        for (var name : NAMES) {
            paths.put(name, prefix + renamed.getOrDefault(name, name));
        }
    }

    /** What the topics say. */
    static Facts told(SaleDetails sale) {
        var facts = new Facts();
        for (var name : NAMES) {
            facts.with(name, Facts.at(sale, name));
        }
        return facts;
    }

    /** What a document says. */
    Facts stored(Stored document) {
        var facts = new Facts();
        paths.forEach((name, path) -> facts.with(name, document.at(path)));
        return facts;
    }
}
