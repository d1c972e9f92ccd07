package dev.seatkey.keys.samples;

import dev.seatkey.contract.BillingMethod;
import dev.seatkey.contract.Registrant;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SalesType;
import dev.seatkey.contract.UserReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A sale of a plan of 365 days. */
public record SampleSale(
        String saleId,
        String customerId,
        String distributionId,
        int seats,
        LocalDate activationDate,
        String zone,
        int keyLengthDays) {

    private static final int DAYS = 365;

    /** A sale to {@code acme} of three seats, from 1 March 2027 on, in UTC. */
    public static SampleSale aSale(String saleId) {
        return new SampleSale(saleId, "acme", "it-pro", 3, LocalDate.of(2027, 3, 1), "UTC", 180);
    }

    public SampleSale to(String newCustomerId) {
        return new SampleSale(saleId, newCustomerId, distributionId, seats, activationDate, zone, keyLengthDays);
    }

    public SampleSale of(String newDistributionId) {
        return new SampleSale(saleId, customerId, newDistributionId, seats, activationDate, zone, keyLengthDays);
    }

    public SampleSale seats(int newSeats) {
        return new SampleSale(saleId, customerId, distributionId, newSeats, activationDate, zone, keyLengthDays);
    }

    public SampleSale startingOn(LocalDate date) {
        return new SampleSale(saleId, customerId, distributionId, seats, date, zone, keyLengthDays);
    }

    public SampleSale in(String newZone) {
        return new SampleSale(saleId, customerId, distributionId, seats, activationDate, newZone, keyLengthDays);
    }

    public SampleSale termsOf(int days) {
        return new SampleSale(saleId, customerId, distributionId, seats, activationDate, zone, days);
    }

    /** The plan's first instant. */
    public Instant from() {
        return activationDate.atStartOfDay(ZoneId.of(zone)).toInstant();
    }

    /** The plan's end. */
    public Instant to() {
        return activationDate.plusDays(DAYS).atStartOfDay(ZoneId.of(zone)).toInstant();
    }

    public SaleRegistered registered() {
        return SaleRegistered.newBuilder().setPosition(1).setSale(details()).build();
    }

    public SaleApproved approved(Instant at) {
        return SaleApproved.newBuilder()
                .setPosition(1)
                .setSale(details())
                .setDecidedBy(new UserReference("publisher", "paula"))
                .setApprovedAt(at)
                .build();
    }

    public SaleDeclined declined(Instant at) {
        return SaleDeclined.newBuilder()
                .setPosition(1)
                .setSale(details())
                .setDecidedBy(new UserReference("publisher", "paula"))
                .setReason("Not paid for")
                .setDeclinedAt(at)
                .build();
    }

    private SaleDetails details() {
        return SaleDetails.newBuilder()
                .setSaleId(saleId)
                .setSaleName("Spring term")
                .setRegistrant(new Registrant("north", "North", "nora", "Nora", "nora@example.org", null))
                .setCustomerId(customerId)
                .setCustomerName(customerId)
                .setDistributionId(distributionId)
                .setDistributionName("IT PRO / Practice Test")
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(seats)
                .setCurrency("EUR")
                .setDistributionPrice(new BigDecimal("10.0000"))
                .setSalesPrice(new BigDecimal("30.0000"))
                .setPriceListVersion("2027")
                .setKeyLengthDays(keyLengthDays)
                .setActivationDate(activationDate)
                .setCancellationDate(activationDate.plusDays(DAYS))
                .setTimeZone(zone)
                .setPlanFrom(from())
                .setPlanTo(to())
                .setBillingMethod(BillingMethod.UNKNOWN)
                .setComments(List.of())
                .setRegisteredAt(from())
                .build();
    }
}
