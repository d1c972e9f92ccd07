package dev.seatkey.intake.pricing;

import dev.seatkey.organizations.RecordPlace;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** A distribution in the store. Public, since the driver reads records by reflection. */
public record DistributionDocument(
        @BsonId String distributionId,
        String name,
        boolean soldAsSubscriptionPlan,
        int keyLengthDays,
        String version,
        List<CurrencyPrices> prices,
        RecordPlace lastTold,
        int revision) {

    static DistributionDocument of(Distribution distribution, int revision) {
        return new DistributionDocument(
                distribution.distributionId(),
                distribution.name(),
                distribution.soldAsSubscriptionPlan(),
                distribution.keyLengthDays(),
                distribution.version(),
                distribution.prices(),
                distribution.lastTold(),
                revision);
    }

    Distribution distribution() {
        return new Distribution(
                distributionId, name, soldAsSubscriptionPlan, keyLengthDays, version, prices, lastTold, revision);
    }
}
