package dev.seatkey.notifier.letters;

import dev.seatkey.notifier.letters.SaleNews.Approved;
import dev.seatkey.notifier.letters.SaleNews.Declined;
import dev.seatkey.notifier.letters.SaleNews.Rejected;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** News for tests. */
public final class Fixtures {
    /** Whom the mails are for. */
    public static final Recipient ANA = new Recipient("district", "ana", "Ana Pérez", "ana@example.com", null);

    private Fixtures() {}

    /** A plan of 25 seats over a year with a leap day. */
    public static SoldPlan plan() {
        return new SoldPlan(
                "sale-2027-0117",
                "Practice for the whole school",
                "Lincoln School",
                "IT PRO / Practice Test",
                25,
                "USD",
                new BigDecimal("49.9000"),
                new BigDecimal("1247.5000"),
                LocalDate.parse("2028-02-29"),
                ZoneId.of("America/New_York"),
                Instant.parse("2027-03-01T05:00:00Z"),
                Instant.parse("2028-02-29T05:00:00Z"),
                180,
                "PO-4711",
                null);
    }

    /** Everything in it that senders can choose is as bad as can be. */
    public static SoldPlan hostilePlan() {
        return new SoldPlan(
                "sale-<&>\"'",
                "<script>alert('x')</script>\r\nBcc: everybody@example.com\u0000\u202Egnihtemos\u202C 🎓🏫 "
                        + "long ".repeat(200),
                "مدرسة النور الثانوية",
                "IT PRO / Practice Test",
                1_000_000,
                "JPY",
                new BigDecimal("1500.0000"),
                new BigDecimal("1500000000.0000"),
                LocalDate.parse("2028-02-29"),
                ZoneId.of("Asia/Beirut"),
                Instant.parse("2027-02-28T22:00:00Z"),
                Instant.parse("2028-02-28T22:00:00Z"),
                180,
                "<b>PO</b>",
                "{{closing}}");
    }

    /** Approved in time. */
    public static Approved approved() {
        return new Approved(ANA, plan(), 0);
    }

    /** Declined, for a reason of two lines. */
    public static Declined declined() {
        return new Declined(ANA, plan(), "The budget of this year is spent.\nPlease ask again in September.");
    }

    /** Rejected for three things. */
    public static Rejected rejected() {
        return new Rejected(
                ANA,
                "sale-2027-0118",
                "Summer school",
                List.of(
                        new Violation("customerId", "Oak College lies outside your organization."),
                        new Violation("numberOfUsers", "Must be 1 to 1,000,000, but is 1,000,001."),
                        new Violation(
                                "newCustomer.contacts[0].mailAddress", "Is no mail address: ana(at)example.com")));
    }
}
