package dev.seatkey.intake.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("S7: sales price = distribution price x number of users, half-even to the minor unit")
class QuoteTest {
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "KWD", "CLF", "MXN");

    @ParameterizedTest
    @CsvSource({
        "USD, 0.1250, 1, 0.12",
        "USD, 0.3750, 1, 0.38",
        "USD, 0.0050, 1, 0.00",
        "USD, 0.0150, 1, 0.02",
        "JPY, 0.5000, 1, 0",
        "JPY, 1.5000, 1, 2",
        "JPY, 2.5000, 1, 2",
        "KWD, 0.0015, 1, 0.002",
        "KWD, 0.0025, 1, 0.002",
        "CLF, 0.0001, 3, 0.0003",
        "USD, 0.0000, 1000000, 0.00",
        "USD, 1000000000000.0000, 1000000, 1000000000000000000.00"
    })
    void roundsHalfEven(String currency, BigDecimal perUser, int users, BigDecimal total) {
        assertThat(Quote.of(Currency.getInstance(currency), perUser, users, "v").salesPrice())
                .isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({"USD, 100.0000, 100.00", "USD, 39.9950, 39.995", "JPY, 5200.0000, 5200", "USD, 0.0000, 0.00"})
    void showsThePricePerUserWithoutNeedlessZeros(String currency, BigDecimal perUser, BigDecimal shown) {
        assertThat(Quote.of(Currency.getInstance(currency), perUser, 1, "v").distributionPrice())
                .isEqualTo(shown);
    }

    static Stream<Long> seeds() {
        return new Random(7).longs(50).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isNeverMoreThanHalfAMinorUnitOff(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Currency currency = Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
            BigDecimal perUser = BigDecimal.valueOf(random.nextLong(10_000_000_000L), 4);
            int users = 1 + random.nextInt(1_000_000);
            BigDecimal exact = perUser.multiply(BigDecimal.valueOf(users));

            BigDecimal total = Quote.of(currency, perUser, users, "v").salesPrice();

            BigDecimal off = total.subtract(exact).abs();
            BigDecimal half = BigDecimal.valueOf(5, currency.getDefaultFractionDigits() + 1);
            assertThat(total.scale()).isEqualTo(currency.getDefaultFractionDigits());
            assertThat(off).isLessThanOrEqualTo(half);
            if (off.compareTo(half) == 0) {
                assertThat(total.unscaledValue().testBit(0))
                        .as("even in the middle")
                        .isFalse();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void takesTheTierWithTheLargestStartNotAboveTheUsers(long seed) {
        Random random = new Random(seed);
        List<PriceTier> tiers = random.ints(1 + random.nextInt(6), 1, 1000)
                .distinct()
                .mapToObj(from -> new PriceTier(from, BigDecimal.valueOf(from)))
                .toList();
        CurrencyPrices prices = new CurrencyPrices("USD", tiers);
        for (int users = 1; users <= 1000; users++) {
            int number = users;
            var expected = tiers.stream()
                    .mapToInt(PriceTier::fromUsers)
                    .filter(from -> from <= number)
                    .max();

            assertThat(prices.pricePerUser(users).map(BigDecimal::intValueExact).orElse(-1))
                    .isEqualTo(expected.orElse(-1));
        }
    }
}
