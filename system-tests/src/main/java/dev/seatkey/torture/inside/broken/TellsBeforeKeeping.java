package dev.seatkey.torture.inside.broken;

import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.LostRace;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.batch.Checkpoint;
import dev.seatkey.messaging.batch.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Tells first and keeps afterwards: the store is written once the transaction is committed. Breaks: the stores hold what the
 * topics tell. So that a batch runs on one thread, none goes on while the next one is handled.
 */
final class TellsBeforeKeeping implements BeanPostProcessor {
    private static final Set<String> SUBSCRIPTIONS = Set.of("registration", "launches");

    private final ThreadLocal<List<Runnable>> toKeep = ThreadLocal.withInitial(ArrayList::new);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof Checkpoint checkpoint) {
            return keepingAfter(checkpoint);
        }
        if (name.equals("transactionThreads")) {
            return (Executor) Runnable::run;
        }
        return bean instanceof Subscription subscription && SUBSCRIPTIONS.contains(subscription.name())
                ? Rewired.with(subscription, new PuttingOff<>(subscription.handler(), toKeep))
                : bean;
    }

    private Checkpoint keepingAfter(Checkpoint others) {
        return step -> {
            if (step == Step.COMMITTED && toKeep.get().isEmpty()) {
                // Where nothing is to be kept, a crash would show nothing.
                return;
            }
            others.passed(step);
            if (step == Step.POLLED) {
                toKeep.get().clear();
            } else if (step == Step.COMMITTED) {
                toKeep.get().forEach(TellsBeforeKeeping::keep);
                toKeep.get().clear();
            }
        };
    }

    private static void keep(Runnable write) {
        try {
            write.run();
        } catch (LostRace e) {
            // It is told already; there is no way back.
        }
    }

    private record PuttingOff<M, S, C>(BatchHandler<M, S, C> inner, ThreadLocal<List<Runnable>> toKeep)
            implements BatchHandler<M, S, C> {
        @Override
        public M translate(Message message) {
            return inner.translate(message);
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
            toKeep.get().add(() -> inner.write(changes));
        }
    }
}
