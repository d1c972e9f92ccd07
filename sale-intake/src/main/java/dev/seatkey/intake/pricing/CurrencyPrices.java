package dev.seatkey.intake.pricing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The prices of a distribution in one currency.
 *
 * @param currency ISO 4217 code
 */
public record CurrencyPrices(String currency, List<PriceTier> tiers) {
    public CurrencyPrices {
        tiers = List.copyOf(tiers);
    }

    /** The price per user in the tier that a number of users falls in (S7). */
    Optional<BigDecimal> pricePerUser(int users) {
        return tiers.stream()
                .filter(tier -> tier.fromUsers() <= users)
                .max(Comparator.comparingInt(PriceTier::fromUsers))
                .map(PriceTier::pricePerUser);
    }
}
