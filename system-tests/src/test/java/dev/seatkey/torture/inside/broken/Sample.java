package dev.seatkey.torture.inside.broken;

import dev.seatkey.contract.BillingMethod;
import dev.seatkey.contract.CommandRefused;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.Registrant;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SalesType;
import dev.seatkey.contract.UserReference;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.messaging.Publication;
import dev.seatkey.schemas.Topics;
import dev.seatkey.schemas.TrustedContracts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Messages as the workers see and send them. */
final class Sample {
    static {
        TrustedContracts.install();
    }

    static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    static final Cause CAUSE = new Cause("key-worker-due-0@7", "due-7", "due-7", null, NOW);

    private static final UserReference OLGA = new UserReference("head-office", "olga");

    private Sample() {}

    /** A renewal that was due an hour ago, for the second term of a key. */
    static Publication renewalOf(UUID keyId) {
        var due = NOW.minus(Duration.ofHours(1));
        var event = KeyRenewed.newBuilder()
                .setKeyId(keyId)
                .setPosition(2)
                .setSaleId("sale")
                .setOrganizationId("school")
                .setIssuer("https://lms.example")
                .setSubject("anna")
                .setTestId("linux")
                .setTerm(2)
                .setTermFrom(due)
                .setTermTo(due.plus(Duration.ofDays(180)))
                .setUsableUntil(due.plus(Duration.ofDays(180)))
                .build();
        return new Publication(
                Topics.KEY_EVENTS, keyId.toString(), NameBasedId.of("KeyRenewed", keyId.toString(), "2"), event, CAUSE);
    }

    static Publication approvalOf(String saleId) {
        var event = new SaleApproved(1, saleOf(3).getSale(), OLGA, null, NOW, 0);
        return new Publication(Topics.SALE_EVENTS, saleId, NameBasedId.of("SaleApproved", saleId), event, CAUSE);
    }

    static Publication refusalOf(String saleId, String code) {
        var event = new CommandRefused(saleId, "DecideSale", OLGA, code, "No", NOW);
        return new Publication(Topics.SALE_EVENTS, saleId, NameBasedId.of("CommandRefused", code), event, CAUSE);
    }

    static SaleRegistered saleOf(int users) {
        return SaleRegistered.newBuilder()
                .setPosition(1)
                .setSale(SaleDetails.newBuilder()
                        .setSaleId("sale")
                        .setSaleName("A sale")
                        .setRegistrant(new Registrant("school", "The school", "seller", "Somebody", null, null))
                        .setCustomerId("school")
                        .setCustomerName("The school")
                        .setDistributionId("practice-test")
                        .setDistributionName("IT PRO / Practice Test")
                        .setSalesType(SalesType.PER_USER)
                        .setNumberOfUsers(users)
                        .setCurrency("EUR")
                        .setDistributionPrice(new BigDecimal("24.4850"))
                        .setSalesPrice(new BigDecimal("73.4600"))
                        .setPriceListVersion("1")
                        .setKeyLengthDays(180)
                        .setActivationDate(LocalDate.parse("2027-03-01"))
                        .setCancellationDate(LocalDate.parse("2028-02-29"))
                        .setTimeZone("UTC")
                        .setPlanFrom(Instant.parse("2027-03-01T00:00:00Z"))
                        .setPlanTo(Instant.parse("2028-02-29T00:00:00Z"))
                        .setBillingMethod(BillingMethod.INVOICE)
                        .setRegisteredAt(NOW)
                        .build())
                .build();
    }
}
