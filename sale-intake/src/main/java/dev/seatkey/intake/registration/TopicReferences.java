package dev.seatkey.intake.registration;

import dev.seatkey.intake.pricing.PricingConfiguration;
import dev.seatkey.messaging.CatchUp;
import dev.seatkey.organizations.OrganizationsConfiguration;
import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;

/** The reference topics that this service reads by subscriptions of their own. */
final class TopicReferences implements References {
    private final CatchUp catchUp;

    TopicReferences(CatchUp catchUp) {
        this.catchUp = catchUp;
    }

    @Override
    public void requireAllOf(Set<LateReference> late) {
        if (late.contains(LateReference.ORGANIZATIONS)) {
            require(OrganizationsConfiguration.SUBSCRIPTION, Topics.ORGANIZATIONS);
        }
        if (late.contains(LateReference.PRICE_LIST)) {
            require(PricingConfiguration.SUBSCRIPTION, Topics.PRICE_LIST);
        }
    }

    private void require(String subscription, Topic topic) {
        catchUp.require(Topics.SALE_INTAKE + "." + subscription, List.of(topic));
    }
}
