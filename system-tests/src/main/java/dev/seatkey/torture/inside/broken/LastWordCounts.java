package dev.seatkey.torture.inside.broken;

import dev.seatkey.contract.CommandRefused;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.UserReference;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.messaging.Publication;
import dev.seatkey.messaging.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Carries out a decision that contradicts the one which settled its sale, as whoever does who looks at the decision and not at
 * the sale. Breaks: a sale is settled once (A1).
 */
final class LastWordCounts implements BeanPostProcessor {
    private final Map<String, SpecificRecord> settled = new ConcurrentHashMap<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Subscription subscription ? Rewired.publishing(subscription, this::carriedOut) : bean;
    }

    private List<Publication> carriedOut(List<Publication> publications) {
        publications.stream()
                .filter(each -> each.body() instanceof SaleApproved || each.body() instanceof SaleDeclined)
                .forEach(each -> settled.put(each.key(), each.body()));
        return publications.stream().map(this::carriedOut).toList();
    }

    private Publication carriedOut(Publication publication) {
        SpecificRecord first = settled.get(publication.key());
        if (!(publication.body() instanceof CommandRefused refused)
                || !refused.getCode().equals("ALREADY_DECIDED")
                || first == null) {
            return publication;
        }
        SpecificRecord second = opposite(first, Objects.requireNonNull(refused.getRequestedBy()), publication);
        return new Publication(
                publication.topic(),
                publication.key(),
                NameBasedId.of(second.getSchema().getName(), publication.key()),
                second,
                publication.cause(),
                publication.at());
    }

    private static SpecificRecord opposite(SpecificRecord first, UserReference decider, Publication publication) {
        if (first instanceof SaleApproved approved) {
            return new SaleDeclined(1, approved.getSale(), decider, "Second thoughts", publication.at());
        }
        SaleDetails sale = ((SaleDeclined) first).getSale();
        return new SaleApproved(1, sale, decider, null, publication.at(), 0);
    }
}
