package dev.seatkey.torture.inside.broken;

import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Subscription;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Makes a plan with one seat more than users were sold: counts from 0 to the number of users. Breaks: never more learners
 * than users sold (K3).
 */
final class Oversells implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Subscription subscription
                ? Rewired.with(subscription, new Generous<>(subscription.handler()))
                : bean;
    }

    private static SpecificRecord withOneMore(SpecificRecord body) {
        if (body instanceof SaleRegistered event) {
            return SaleRegistered.newBuilder(event)
                    .setSale(withOneMore(event.getSale()))
                    .build();
        }
        if (body instanceof SaleApproved event) {
            return SaleApproved.newBuilder(event)
                    .setSale(withOneMore(event.getSale()))
                    .build();
        }
        if (body instanceof SaleDeclined event) {
            return SaleDeclined.newBuilder(event)
                    .setSale(withOneMore(event.getSale()))
                    .build();
        }
        return body;
    }

    private static SaleDetails withOneMore(SaleDetails sale) {
        return SaleDetails.newBuilder(sale)
                .setNumberOfUsers(sale.getNumberOfUsers() + 1)
                .build();
    }

    private record Generous<M, S, C>(BatchHandler<M, S, C> inner) implements BatchHandler<M, S, C> {
        @Override
        public M translate(Message message) {
            return inner.translate(new Message(withOneMore(message.body()), message.key(), message.cause()));
        }

        @Override
        public S read(List<M> messages) {
            return inner.read(messages);
        }

        @Override
        public Decision<C> decide(List<M> messages, S stored) {
            return inner.decide(messages, stored);
        }

        @Override
        public void write(C changes) {
            inner.write(changes);
        }
    }
}
