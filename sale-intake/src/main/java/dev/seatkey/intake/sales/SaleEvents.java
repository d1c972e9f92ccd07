package dev.seatkey.intake.sales;

import dev.seatkey.contract.SalesType;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.messaging.Publication;
import dev.seatkey.schemas.Topics;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Sales in the words of the contracts. */
public final class SaleEvents {
    private static final int DECIMAL_PLACES = 4;

    private SaleEvents() {}

    /** The whole sale as it stood after a milestone of its history. */
    public static Publication stateOf(Sale sale, Milestone milestone) {
        int number = sale.history().indexOf(milestone) + 1;
        return new Publication(
                Topics.SALES,
                sale.saleId(),
                NameBasedId.of("Sale", sale.saleId(), Integer.toString(number)),
                dev.seatkey.contract.Sale.newBuilder()
                        .setSale(details(sale.details()))
                        .setStatus(dev.seatkey.contract.SaleStatus.valueOf(
                                milestone.status().name()))
                        .setDecidedBy(user(milestone.decidedBy()))
                        .setDecidedAt(milestone.decidedAt())
                        .setChangedAt(milestone.changedAt())
                        .build(),
                milestone.cause());
    }

    /** What was fixed at registration. */
    public static dev.seatkey.contract.SaleDetails details(SaleDetails sale) {
        return dev.seatkey.contract.SaleDetails.newBuilder()
                .setSaleId(sale.saleId())
                .setSaleName(sale.saleName())
                .setRegistrant(registrant(sale.registrant()))
                .setCustomerId(sale.customer().organizationId())
                .setCustomerName(sale.customer().name())
                .setResellerId(sale.resellerId())
                .setDistributionId(sale.product().distributionId())
                .setDistributionName(sale.product().name())
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(sale.numberOfUsers())
                .setCurrency(sale.price().currency())
                .setDistributionPrice(decimal(sale.price().distributionPrice()))
                .setSalesPrice(decimal(sale.price().salesPrice()))
                .setPriceListVersion(sale.price().priceListVersion())
                .setKeyLengthDays(sale.product().keyLengthDays())
                .setActivationDate(sale.plan().activationDate())
                .setCancellationDate(sale.plan().cancellationDate())
                .setTimeZone(sale.plan().timeZone())
                .setPlanFrom(sale.plan().from())
                .setPlanTo(sale.plan().to())
                .setCustomerPoNumber(sale.paperwork().customerPoNumber())
                .setOrderNumber(sale.paperwork().orderNumber())
                .setBillingMethod(dev.seatkey.contract.BillingMethod.valueOf(
                        sale.paperwork().billingMethod().name()))
                .setComments(sale.comments().stream()
                        .map(c -> new dev.seatkey.contract.Comment(c.author(), c.writtenAt(), c.text()))
                        .toList())
                .setRegisteredAt(sale.registeredAt())
                .build();
    }

    /** Who registered a sale. */
    public static dev.seatkey.contract.Registrant registrant(Registrant registrant) {
        return new dev.seatkey.contract.Registrant(
                registrant.organizationId(),
                registrant.organizationName(),
                registrant.userId(),
                registrant.name(),
                registrant.mailAddress(),
                registrant.locale());
    }

    private static dev.seatkey.contract.@Nullable UserReference user(@Nullable UserReference user) {
        return user == null ? null : new dev.seatkey.contract.UserReference(user.organizationId(), user.userId());
    }

    private static BigDecimal decimal(BigDecimal value) {
        return value.setScale(DECIMAL_PLACES);
    }
}
