package dev.seatkey.localstack.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seatkey.localstack.books.Difference.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W3: topics and stores compared")
class ComparisonTest {
    private final Histories histories = new Histories();

    ComparisonTest() {
        Story.whole().told().forEach(histories::tell);
    }

    @Test
    @DisplayName("a seat that the store holds as it was told")
    void agrees() {
        assertThat(seats(seat(1, "anna"))).isEmpty();
    }

    @Test
    @DisplayName("a seat that is missing, one that is superfluous, one that is there twice, one of somebody else")
    void tellsKindsOfDifferencesApart() {
        assertThat(seats()).extracting(Difference::kind).containsExactly(Kind.MISSING);
        assertThat(seats(seat(1, "anna"), seat(2, "bert")))
                .extracting(Difference::kind, Difference::subject)
                .containsExactly(tuple(Kind.SUPERFLUOUS, "sale-1 seat 2"));
        assertThat(seats(seat(1, "anna"), seat(1, "anna")))
                .extracting(Difference::kind, Difference::subject)
                .containsExactly(tuple(Kind.SUPERFLUOUS, "a second sale-1 seat 1"));
        assertThat(seats(seat(1, "bert")))
                .containsExactly(
                        new Difference(Kind.DIFFERENT, "key-worker.seats", "sale-1 seat 1", "subject", "anna", "bert"));
    }

    @Test
    @DisplayName("a document in which nothing is as it should be is named, and stops nobody")
    void survivesAnyDocument() {
        assertThat(seats(new Document("_id", 7).append("number", "one").append("cause", List.of()), seat(1, "anna")))
                .extracting(Difference::kind)
                .containsExactly(Kind.SUPERFLUOUS);
    }

    @Test
    @DisplayName("what topics and store write differently and mean alike")
    void comparesValues() {
        assertThat(Facts.text(new BigDecimal("20.0000"))).isEqualTo(Facts.text(Decimal128.parse("20.00")));
        assertThat(Facts.text(Story.TO)).isEqualTo(Facts.text(Date.from(Story.TO)));
        assertThat(Facts.text(LocalDate.parse("2026-11-20")))
                .isEqualTo(Facts.text(Date.from(Instant.parse("2026-11-20T00:00:00Z"))));
        assertThat(Facts.text(Story.details().build().getRegistrant()))
                .isEqualTo(Facts.text(new Document("organizationId", "school")
                        .append("organizationName", "The school")
                        .append("userId", "seller")
                        .append("name", "Sam")
                        .append("mailAddress", "sam@school.example")));
        assertThat(Facts.text(List.of())).isEqualTo(Facts.text(null));
    }

    @Test
    @DisplayName("K1: a launch that the store may have removed is not missing")
    void letsOldLaunchesGo() {
        var expired = Story.LAUNCHED.plus(Duration.ofDays(101));

        assertThat(launches(false, Story.LAUNCHED)).extracting(Difference::kind).containsExactly(Kind.MISSING);
        assertThat(launches(false, expired)).isEmpty();
    }

    @Test
    @DisplayName("K1: a launch that the topics may have forgotten is not superfluous")
    void letsForgottenLaunchesStay() {
        var forgotten =
                new Document("_id", UUID.randomUUID()).append("launchId", "old").append("issuer", Story.ISSUER);
        var expired = Story.LAUNCHED.plus(Duration.ofDays(101));

        assertThat(launches(false, expired, forgotten))
                .extracting(Difference::kind)
                .containsExactly(Kind.SUPERFLUOUS);
        assertThat(launches(true, expired, forgotten)).isEmpty();
    }

    private List<Difference> seats(Document... documents) {
        return compare(new SeatsAccount(histories.sales()), documents);
    }

    private List<Difference> launches(boolean answersAreCut, Instant now, Document... documents) {
        return compare(new LaunchesAccount(histories.launches(), histories.sales(), answersAreCut, now), documents);
    }

    private static List<Difference> compare(Account<?> account, Document... documents) {
        var comparison = new Comparison<>(account);
        List.of(documents).forEach(each -> comparison.compare(new Stored(each)));
        return comparison.differences();
    }

    private static Document seat(int number, String subject) {
        return new Document("_id", UUID.randomUUID())
                .append("saleId", Story.SALE)
                .append("number", number)
                .append("issuer", Story.ISSUER)
                .append("subject", subject)
                .append("cause", new Document("at", Date.from(Story.LAUNCHED)));
    }
}
