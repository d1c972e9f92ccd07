package dev.seatkey.intake.pricing;

import dev.seatkey.contract.Price;
import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.contract.PriceTier;
import dev.seatkey.contract.SoldAs;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import dev.seatkey.organizations.RecordPlace;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Takes in the records of the price list's topic. A record that cannot be right goes to the dead letters and changes no price. */
final class PriceListListener implements BatchHandler<Distribution, List<Distribution>, Collection<Distribution>> {
    private static final int LONGEST = 200;

    /** Per user; with the most users that a sale may have, the total still fits into the contract's decimals. */
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("1000000000000");

    private final PriceList priceList;
    private final FollowPriceList followPriceList = new FollowPriceList();

    PriceListListener(PriceList priceList) {
        this.priceList = priceList;
    }

    @Override
    public Distribution translate(Message message) {
        var told = (PriceListEntry) message.body();
        require(isShort(told.getDistributionId()), "distributionId must have 1 to 200 characters");
        require(isShort(told.getDistributionName()), "distributionName must have 1 to 200 characters");
        require(isShort(told.getVersion()), "version must have 1 to 200 characters");
        require(told.getKeyLengthDays() > 0, "keyLengthDays must be positive");
        requireDifferent(told.getPrices(), Price::getCurrency, "two prices in currency ");
        return new Distribution(
                told.getDistributionId(),
                told.getDistributionName(),
                told.getSoldAs() == SoldAs.SUBSCRIPTION_PLAN,
                told.getKeyLengthDays(),
                told.getVersion(),
                told.getPrices().stream().map(PriceListListener::prices).toList(),
                RecordPlace.of(message.cause()),
                0);
    }

    private static CurrencyPrices prices(Price price) {
        require(isCurrency(price.getCurrency()), "currency must be a code of ISO 4217 for money in circulation");
        requireDifferent(price.getTiers(), PriceTier::getFromUsers, "two tiers of one currency from users ");
        return new CurrencyPrices(
                price.getCurrency(),
                price.getTiers().stream()
                        .map(tier -> {
                            BigDecimal perUser = tier.getPricePerUser();
                            require(
                                    perUser.signum() >= 0 && perUser.compareTo(HIGHEST_PRICE) <= 0,
                                    "pricePerUser must be 0 to " + HIGHEST_PRICE);
                            require(tier.getFromUsers() > 0, "fromUsers must be positive");
                            return new dev.seatkey.intake.pricing.PriceTier(tier.getFromUsers(), perUser);
                        })
                        .toList());
    }

    @Override
    public List<Distribution> read(List<Distribution> told) {
        return priceList.find(
                told.stream().map(Distribution::distributionId).distinct().toList());
    }

    @Override
    public Decision<Collection<Distribution>> decide(List<Distribution> told, List<Distribution> stored) {
        return new Decision<>(followPriceList.decide(told, stored), List.of());
    }

    @Override
    public void write(Collection<Distribution> changed) {
        priceList.write(changed);
    }

    private static boolean isShort(String text) {
        return !text.isBlank() && text.codePointCount(0, text.length()) <= LONGEST;
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Which of two would hold could not be said. */
    private static <T> void requireDifferent(List<T> all, Function<T, Object> what, String otherwise) {
        Set<Object> seen = new HashSet<>();
        for (T each : all) {
            require(seen.add(what.apply(each)), otherwise + what.apply(each));
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BrokenRecord(otherwise);
        }
    }
}
