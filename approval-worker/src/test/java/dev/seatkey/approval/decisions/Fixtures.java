package dev.seatkey.approval.decisions;

import dev.seatkey.messaging.Cause;
import dev.seatkey.organizations.Organization;
import dev.seatkey.organizations.OrganizationTree;
import dev.seatkey.organizations.Person;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sales, decisions and people for tests: a district sells to its school, head office approves. */
final class Fixtures {
    static final Instant REGISTERED = Instant.parse("2027-02-01T09:00:00Z");

    static final User SELLER = new User("district", "ana");
    static final User COLLEAGUE = new User("district", "ben");
    static final User PUPILS_TEACHER = new User("school", "tom");
    static final User APPROVER = new User("head-office", "eva");
    static final User OTHER_APPROVER = new User("head-office", "max");

    static final OrganizationTree ORGANIZATIONS = OrganizationTree.of(List.of(
            organization("head-office", null),
            organization("district", "head-office"),
            organization("school", "district"),
            organization("orphanage", "nowhere"),
            organization("ring", "circle"),
            organization("circle", "ring")));

    private Fixtures() {}

    static Organization organization(String id, @Nullable String parentId) {
        List<Person> users = Stream.of("ana", "ben", "eva", "kim", "max", "tom")
                .map(user -> new Person(user, user, user + "@example.com", null))
                .toList();
        return Organization.told(id, id, parentId, true, List.of(), users);
    }

    static RegisteredSale sale(String saleId) {
        return new RegisteredSale(
                saleId,
                "Practice for the whole school 🎓",
                new Registrant("district", "North District", "ana", "Ana Pérez", "ana@example.com", "es-MX"),
                "school",
                "Lincoln School",
                null,
                "it-pro",
                "IT PRO / Practice Test",
                "PER_USER",
                25,
                "USD",
                new BigDecimal("12.3400"),
                new BigDecimal("308.5000"),
                "2027-01",
                180,
                LocalDate.parse("2027-03-01"),
                LocalDate.parse("2028-02-29"),
                "America/New_York",
                Instant.parse("2027-03-01T05:00:00Z"),
                Instant.parse("2028-02-29T05:00:00Z"),
                "PO-17",
                null,
                "INVOICE",
                List.of(new Comment("ana", REGISTERED, "Please hurry")),
                REGISTERED);
    }

    static SaleDecision approval(String saleId, User by) {
        return new SaleDecision(saleId, Verdict.APPROVE, by, null);
    }

    static SaleDecision decline(String saleId, User by, @Nullable String reason) {
        return new SaleDecision(saleId, Verdict.DECLINE, by, reason);
    }

    static Cause cause(String record, Instant at) {
        return new Cause(record, record, record, null, at);
    }
}
