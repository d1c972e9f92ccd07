package dev.seatkey.approval.decisions;

import dev.seatkey.approval.decisions.DecideSales.Stored;
import dev.seatkey.approval.decisions.SaleMessage.DecisionMade;
import dev.seatkey.approval.decisions.SaleMessage.SaleArrived;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.UserReference;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Takes in registered sales and decisions about them. */
final class DecisionListener implements BatchHandler<SaleMessage, Stored, List<Approval>> {
    private static final int LONGEST_ID = 200;

    private final Approvals approvals;
    private final KnownOrganizations organizations;
    private final DecideSales decideSales;

    DecisionListener(Approvals approvals, KnownOrganizations organizations, DecideSales decideSales) {
        this.approvals = approvals;
        this.organizations = organizations;
        this.decideSales = decideSales;
    }

    @Override
    public SaleMessage translate(Message message) {
        if (message.body() instanceof SaleRegistered registered) {
            return new SaleArrived(sale(registered.getSale()), message.cause());
        }
        return new DecisionMade(decision((DecideSale) message.body()), message.cause());
    }

    @Override
    public Stored read(List<SaleMessage> messages) {
        Map<String, Approval> found = approvals.find(
                messages.stream().map(SaleMessage::saleId).distinct().toList());
        return new Stored(found, organizations.of(deciders(messages, found)));
    }

    @Override
    public Decision<List<Approval>> decide(List<SaleMessage> messages, Stored stored) {
        Decided decided = decideSales.decide(messages, stored);
        return new Decision<>(decided.changed(), ApprovalPublisher.publications(decided.answers()));
    }

    @Override
    public void write(List<Approval> changed) {
        approvals.write(changed);
    }

    private static Set<User> deciders(List<SaleMessage> messages, Map<String, Approval> found) {
        Set<User> deciders = new HashSet<>();
        for (SaleMessage message : messages) {
            if (message instanceof DecisionMade made) {
                deciders.add(made.decision().decidedBy());
            } else if (found.containsKey(message.saleId())) {
                found.get(message.saleId())
                        .waiting()
                        .forEach(waiting -> deciders.add(waiting.decision().decidedBy()));
            }
        }
        return deciders;
    }

    private static SaleDecision decision(DecideSale command) {
        UserReference decider = command.getDecidedBy();
        return new SaleDecision(
                id("saleId", command.getSaleId()),
                Verdict.valueOf(command.getVerdict().name()),
                new User(
                        id("decidedBy.organizationId", decider.getOrganizationId()),
                        id("decidedBy.userId", decider.getUserId())),
                command.getReason());
    }

    private static RegisteredSale sale(SaleDetails sale) {
        return new RegisteredSale(
                sale.getSaleId(),
                sale.getSaleName(),
                registrant(sale.getRegistrant()),
                sale.getCustomerId(),
                sale.getCustomerName(),
                sale.getResellerId(),
                sale.getDistributionId(),
                sale.getDistributionName(),
                sale.getSalesType().name(),
                sale.getNumberOfUsers(),
                sale.getCurrency(),
                price("distributionPrice", sale.getDistributionPrice()),
                price("salesPrice", sale.getSalesPrice()),
                sale.getPriceListVersion(),
                sale.getKeyLengthDays(),
                sale.getActivationDate(),
                sale.getCancellationDate(),
                knownZone(sale.getTimeZone()),
                sale.getPlanFrom(),
                sale.getPlanTo(),
                sale.getCustomerPoNumber(),
                sale.getOrderNumber(),
                sale.getBillingMethod().name(),
                comments(sale.getComments()),
                sale.getRegisteredAt());
    }

    private static Registrant registrant(dev.seatkey.contract.Registrant registrant) {
        return new Registrant(
                registrant.getOrganizationId(),
                registrant.getOrganizationName(),
                registrant.getUserId(),
                registrant.getName(),
                registrant.getMailAddress(),
                registrant.getLocale());
    }

    private static List<Comment> comments(List<dev.seatkey.contract.Comment> comments) {
        return comments.stream()
                .map(comment -> new Comment(comment.getAuthor(), comment.getWrittenAt(), comment.getText()))
                .toList();
    }

    /** What has no usable id cannot be answered either. */
    private static String id(String field, String value) {
        if (value.isBlank() || value.codePointCount(0, value.length()) > LONGEST_ID) {
            throw new BrokenRecord(field + " must have 1 to " + LONGEST_ID + " characters, but has " + value.length());
        }
        return value;
    }

    /** More digits than the contract has can be read, but the events about the sale could not tell them. */
    private static BigDecimal price(String field, BigDecimal price) {
        Schema schema = SaleDetails.getClassSchema().getField(field).schema();
        int mostDigits = ((LogicalTypes.Decimal) schema.getLogicalType()).getPrecision();
        if (price.precision() > mostDigits) {
            throw new BrokenRecord(field + " has more than " + mostDigits + " digits");
        }
        return price;
    }

    private static String knownZone(String name) {
        try {
            return ZoneId.of(name).getId();
        } catch (DateTimeException e) {
            throw new BrokenRecord("names a time zone that is not known: " + name, e);
        }
    }
}
