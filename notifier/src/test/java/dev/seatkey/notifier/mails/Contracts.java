package dev.seatkey.notifier.mails;

import dev.seatkey.contract.Registrant;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.contract.SalesType;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Violation;
import dev.seatkey.notifier.letters.Fixtures;
import dev.seatkey.notifier.letters.SoldPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Events that mails are made of. */
final class Contracts {
    static final Instant NOW = Instant.parse("2027-02-01T09:00:00Z");
    static final String ADDRESS = "ana@example.com";

    private static final UserReference APPROVER = new UserReference("head-office", "eva");

    private Contracts() {}

    static SaleApproved approved(String saleId) {
        return approved(saleId, registrant(ADDRESS));
    }

    static SaleApproved approved(String saleId, Registrant registrant) {
        return new SaleApproved(1, details(saleId, registrant), APPROVER, null, NOW, 0);
    }

    static SaleDeclined declined(String saleId, String reason) {
        return new SaleDeclined(1, details(saleId, registrant(ADDRESS)), APPROVER, reason, NOW);
    }

    static SaleRejected rejected(String saleId, boolean withRegistrant) {
        return new SaleRejected(
                saleId,
                "Summer school",
                withRegistrant ? registrant(ADDRESS) : null,
                List.of(
                        new Violation("customerId", "OUTSIDE_YOUR_ORGANIZATION", "Lies outside your organization."),
                        new Violation("numberOfUsers", "OUT_OF_RANGE", "Must be 1 to 1,000,000.")),
                NOW);
    }

    static Registrant registrant(String address) {
        return new Registrant("district", "North District", "ana", "Ana Pérez 🎓", address, "es-MX");
    }

    private static SaleDetails details(String saleId, Registrant registrant) {
        SoldPlan plan = Fixtures.plan();
        return SaleDetails.newBuilder()
                .setSaleId(saleId)
                .setSaleName(plan.saleName())
                .setRegistrant(registrant)
                .setCustomerId("school")
                .setCustomerName(plan.customerName())
                .setDistributionId("it-pro")
                .setDistributionName(plan.distributionName())
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(plan.numberOfUsers())
                .setCurrency(plan.currency())
                .setDistributionPrice(plan.distributionPrice())
                .setSalesPrice(plan.salesPrice())
                .setPriceListVersion("2027-01")
                .setKeyLengthDays(plan.keyLengthDays())
                .setActivationDate(LocalDate.parse("2027-03-01"))
                .setCancellationDate(plan.cancellationDate())
                .setTimeZone(plan.timeZone().getId())
                .setPlanFrom(plan.planFrom())
                .setPlanTo(plan.planTo())
                .setRegisteredAt(NOW)
                .build();
    }
}
