package dev.seatkey.notifier.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.notifier.letters.SaleNews.Approved;
import dev.seatkey.notifier.letters.SaleNews.Declined;
import dev.seatkey.notifier.letters.SaleNews.Rejected;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WriteLettersTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final boolean WRITE = "write".equals(System.getProperty("golden"));

    private final WriteLetters writeLetters = new WriteLetters();

    static Stream<Arguments> letters() {
        return Stream.of(
                Arguments.of("approved", Fixtures.approved()),
                Arguments.of("approved-late", new Approved(Fixtures.ANA, Fixtures.plan(), 12)),
                Arguments.of("approved-hostile", new Approved(Fixtures.ANA, Fixtures.hostilePlan(), 0)),
                Arguments.of("declined", Fixtures.declined()),
                Arguments.of("rejected", Fixtures.rejected()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    @DisplayName("N1: each letter reads as its golden file")
    void readsAsItsGoldenFile(String name, SaleNews news) throws IOException {
        Letter letter = writeLetters.write(news);

        compare(name + ".txt", "Subject: " + letter.subject() + "\n\n" + letter.text());
        compare(name + ".html", letter.html());
    }

    @Test
    @DisplayName("N1: tells price, dates, seats and the forecast of key terms")
    void tellsAllThatTheRegistrantNeeds() {
        String text = writeLetters.write(Fixtures.approved()).text();

        assertThat(text)
                .contains("Total price: $1,247.50", "Price per user: $49.90", "Seats: 25")
                .contains("First day: 1 March 2027", "Last day: 28 February 2028", "Time zone: America/New_York")
                .contains(
                        "Term 1: 1 March 2027 – 27 August 2027 (180 days)",
                        "Term 2: 28 August 2027 – 23 February 2028 (180 days)",
                        "Term 3: 24 February 2028 – 28 February 2028 (5 days)")
                .doesNotContain("Term 4");
    }

    @Test
    @DisplayName("N1: tells every violation of a rejected registration")
    void tellsEveryViolation() {
        Letter letter = writeLetters.write(Fixtures.rejected());

        assertThat(Fixtures.rejected().violations()).allSatisfy(violation -> {
            assertThat(letter.text()).contains(violation.field(), violation.message());
            assertThat(letter.html()).contains(violation.field(), violation.message());
        });
    }

    @Test
    void letsNothingForeignActInTheMail() {
        Letter letter = writeLetters.write(new Approved(Fixtures.ANA, Fixtures.hostilePlan(), 0));

        assertThat(letter.subject())
                .doesNotContain("\r", "\n", "\u0000", "\u202E")
                .hasSizeLessThan(230);
        assertThat(letter.html())
                .doesNotContain("<script", "<b>", "\u0000", "\u202E")
                .contains("&lt;script&gt;", "🎓", "مدرسة النور الثانوية", "{{closing}}");
        assertThat(letter.text()).contains("<script>").doesNotContain("\u0000", "\u202E", "\nBcc:");
    }

    @Test
    void writesNoMoreThanAnybodyReads() {
        String huge = "🎓".repeat(500_000);

        Letter declined = writeLetters.write(new Declined(Fixtures.ANA, Fixtures.plan(), huge));
        Letter rejected =
                writeLetters.write(new Rejected(Fixtures.ANA, huge, huge, List.of(new Violation(huge, huge))));

        assertThat(declined.html()).hasSizeLessThan(20_000).doesNotContain("\uFFFD");
        assertThat(rejected.html()).hasSizeLessThan(20_000);
        assertThat(rejected.subject()).endsWith("🎓…");
    }

    @Test
    void survivesWhatIsNoText() {
        Letter letter =
                writeLetters.write(new Declined(Fixtures.ANA, Fixtures.plan(), "\uD83D \u0007\t\r\n\r\n \u2028end"));

        assertThat(letter.text()).contains("Reason:\nend\n");
    }

    @Test
    @DisplayName("N5: English where the recipient's language is unknown")
    void speaksEnglishToThoseWhoseLanguageItDoesNotKnow() {
        for (String tag : List.of("xx-YY", "not a tag", "", "en-GB", "zh-Hant-TW")) {
            Recipient recipient = new Recipient("district", "ana", "Ana", "ana@example.com", tag);

            Letter letter = writeLetters.write(new Approved(recipient, Fixtures.plan(), 0));

            assertThat(letter.subject()).as(tag).startsWith("Approved: ");
            assertThat(letter.language()).isEqualTo("en");
        }
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "1247.5000, USD, '$1,247.50'",
        "0.0125, EUR, '€0.0125'",
        "1500000000.0000, JPY, '¥1,500,000,000'",
        "12.3400, GBP, '£12.34'",
        "10.0000, XYZ, 'XYZ 10'"
    })
    void formatsPricesAsTheirCurrencyWants(BigDecimal amount, String currency, String expected) {
        assertThat(Wording.of("en").price(amount, currency)).isEqualTo(expected);
    }

    @Test
    @DisplayName("K7: terms of 180 calendar days in the plan's time zone, the last cut short by the plan's end")
    void forecastsTermsWhereAnHourIsMissing() {
        SoldPlan plan = new SoldPlan(
                "s",
                "s",
                "c",
                "d",
                1,
                "EUR",
                BigDecimal.ONE,
                BigDecimal.ONE,
                LocalDate.parse("2020-09-07"),
                ZoneId.of("America/Santiago"),
                Instant.parse("2019-09-08T04:00:00Z"),
                Instant.parse("2020-09-07T03:00:00Z"),
                180,
                null,
                null);

        assertThat(TermForecast.of(plan)).extracting(TermForecast.Term::days).containsExactly(180L, 180L, 5L);
        assertThat(TermForecast.of(plan))
                .extracting(term -> term.lastDay().toString())
                .containsExactly("2020-03-05", "2020-09-01", "2020-09-06");
    }

    private static void compare(String file, String actual) throws IOException {
        Path path = GOLDEN.resolve(file);
        if (WRITE) {
            Files.createDirectories(GOLDEN);
            Files.writeString(path, actual, UTF_8);
        }
        assertThat(actual)
                .as("%s; './mvnw -pl notifier -am test -Dgolden=write' writes it anew", path)
                .isEqualTo(Files.readString(path, UTF_8));
    }
}
