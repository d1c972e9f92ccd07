package dev.seatkey.localstack.books;

import dev.seatkey.schemas.Topics;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sales of sale-intake: what was registered, and where it stands. */
record SalesAccount(Map<String, SaleHistory> sales) implements Account<String> {
    @Override
    public String service() {
        return Topics.SALE_INTAKE;
    }

    @Override
    public String collection() {
        return "sales";
    }

    @Override
    public Set<String> told() {
        return sales.entrySet().stream()
                .filter(each -> each.getValue().registered != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public String subjectOf(Stored document) {
        return document.text("_id");
    }

    @Override
    public @Nullable Facts told(String saleId) {
        var sale = sales.get(saleId);
        if (sale == null || sale.registered == null) {
            return null;
        }
        var registered = sale.registered.body();
        return SaleFields.told(registered.getSale())
                .with("status", sale.status())
                .with("status in the history", sale.status())
                .with("status since", sale.statusSince())
                .with("decided by", sale.decidedBy())
                .with("decided at", sale.decidedAt())
                .with("listed for", registered.getSale().getCustomerId())
                .with("listed at", registered.getSale().getRegisteredAt())
                .with("earlier sale with PO number", registered.getEarlierSaleWithPoNumber())
                .with("earlier sale with order number", registered.getEarlierSaleWithOrderNumber())
                .with("new contacts", registered.getNewContacts())
                .with("new users", registered.getNewUsers());
    }

    @Override
    public Facts stored(String saleId, Stored document) {
        var history = document.list("history");
        var current = history.isEmpty() ? document : history.get(history.size() - 1);
        return SaleFields.IN_SALE_INTAKE
                .stored(document)
                .with("status", document.at("status"))
                .with("status in the history", current.at("status"))
                .with("status since", current.at("changedAt"))
                .with("decided by", current.at("decidedBy"))
                .with("decided at", current.at("decidedAt"))
                .with("listed for", document.at("customerId"))
                .with("listed at", document.at("registeredAt"))
                .with("earlier sale with PO number", document.at("earlier.withPoNumber"))
                .with("earlier sale with order number", document.at("earlier.withOrderNumber"))
                .with("new contacts", document.at("added.contacts"))
                .with("new users", document.at("added.users"));
    }
}
