package dev.seatkey.intake.pricing;

import dev.seatkey.organizations.RecordPlace;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A product distribution with its prices, as the back office told it last.
 *
 * @param soldAsSubscriptionPlan whether it is one that subscription plans are sold of (S5)
 * @param keyLengthDays calendar days that one term of a test key lasts (S8)
 * @param version names this state of the price list
 * @param lastTold the record that told it
 * @param revision counts its changes in the store; 0 where it is not stored yet
 */
public record Distribution(
        String distributionId,
        String name,
        boolean soldAsSubscriptionPlan,
        int keyLengthDays,
        String version,
        List<CurrencyPrices> prices,
        RecordPlace lastTold,
        int revision) {

    public Distribution {
        prices = List.copyOf(prices);
    }

    /** What a number of users costs (S7); empty where the price list has no price for it in that currency. */
    public Optional<Quote> quote(Currency currency, int users) {
        return prices.stream()
                .filter(inCurrency -> inCurrency.currency().equals(currency.getCurrencyCode()))
                .findFirst()
                .flatMap(inCurrency -> inCurrency.pricePerUser(users))
                .map(pricePerUser -> Quote.of(currency, pricePerUser, users, version));
    }

    /** This distribution after a record about it. An older record changes nothing. */
    Distribution after(Distribution told) {
        return !told.lastTold.supersedes(lastTold)
                ? this
                : new Distribution(
                        distributionId,
                        told.name,
                        told.soldAsSubscriptionPlan,
                        told.keyLengthDays,
                        told.version,
                        told.prices,
                        told.lastTold,
                        revision);
    }
}
