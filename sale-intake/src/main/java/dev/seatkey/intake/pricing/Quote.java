package dev.seatkey.intake.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What a sale costs, frozen with it (S7).
 *
 * @param currency ISO 4217 code of both prices
 * @param distributionPrice price per user, as the price list has it
 * @param salesPrice distribution price times number of users, in whole minor units of the currency
 * @param priceListVersion the version of the price list that both come from
 */
public record Quote(String currency, BigDecimal distributionPrice, BigDecimal salesPrice, String priceListVersion) {

    static Quote of(Currency currency, BigDecimal pricePerUser, int users, String version) {
        int minorUnit = currency.getDefaultFractionDigits();
        BigDecimal total = pricePerUser.multiply(BigDecimal.valueOf(users)).setScale(minorUnit, RoundingMode.HALF_EVEN);
        return new Quote(currency.getCurrencyCode(), readable(pricePerUser, minorUnit), total, version);
    }

    /** Without trailing zeros beyond the minor unit; the value stays what it is. */
    private static BigDecimal readable(BigDecimal price, int minorUnit) {
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.scale() < minorUnit ? stripped.setScale(minorUnit) : stripped;
    }
}
