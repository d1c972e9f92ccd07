package dev.seatkey.messaging.batch;

import dev.seatkey.messaging.PassingFault;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Starts all subscriptions once the store is prepared, and stops them with their batches in hand finished. Store or broker
 * may be away at the start: then it waits for them, and health says so.
 */
final class Subscriptions implements SmartLifecycle, HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);
    private static final long PAUSE_SECONDS = 2;

    private final List<RunningSubscription> all;
    private final Runnable prepareStore;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread starter;
    private volatile @Nullable String startWaitsFor = "the start";

    Subscriptions(List<RunningSubscription> all, Runnable prepareStore) {
        this.all = List.copyOf(all);
        this.prepareStore = prepareStore;
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::startAll, "subscriptions-start");
        starter = thread;
        thread.start();
    }

    private void startAll() {
        untilItWorks("the store", prepareStore);
        for (RunningSubscription each : all) {
            untilItWorks(each.health().group(), each.container()::start);
        }
        startWaitsFor = null;
    }

    private void untilItWorks(String what, Runnable action) {
        while (stopped.getCount() > 0) {
            try {
                unlessStopped(action);
                return;
            } catch (RuntimeException e) {
                if (FailureKind.of(e) == FailureKind.BUG) {
                    log.error("Cannot start {}", what, e);
                } else {
                    log.warn("Cannot start {} yet ({}); trying again in {} s", what, e.getMessage(), PAUSE_SECONDS);
                }
                startWaitsFor = what + ": " + e.getMessage();
                pause();
            }
        }
    }

    /** Nothing may start once the stop has begun: nobody would stop it. */
    private synchronized void unlessStopped(Runnable action) {
        if (stopped.getCount() > 0) {
            action.run();
        }
    }

    private void pause() {
        try {
            boolean stop = stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS);
            log.trace("stop: {}", stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PassingFault("interrupted", e);
        }
    }

    @Override
    public void stop() {
        beginStop();
        all.parallelStream().forEach(each -> each.container().stop());
        starter = null;
    }

    private synchronized void beginStop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return starter != null;
    }

    /** Up while every subscription goes on; else out of service, with what each one waits for. */
    @Override
    public Health health() {
        Health.Builder health = Health.up();
        if (startWaitsFor != null) {
            health.outOfService().withDetail("start", String.valueOf(startWaitsFor));
        }
        for (RunningSubscription each : all) {
            String waitingFor = each.health().waitingFor();
            if (waitingFor != null) {
                health.outOfService().withDetail(each.health().group(), waitingFor);
            }
            if (startWaitsFor == null && !each.container().isRunning()) {
                health.down().withDetail(each.health().group(), "its consumer has ended; restart this instance");
            }
        }
        return health.build();
    }
}
