package dev.seatkey.torture.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Load at a steady rate, slice by slice, for as long as something else takes: at least what was asked for, and after that as many
 * launches more, with a sale a second, so that no worker is idle.
 */
public final class Flow {
    private static final int SLICES_A_SECOND = 4;
    private static final Duration SLICE = Duration.ofSeconds(1).dividedBy(SLICES_A_SECOND);

    private final Load load;
    private final int sales;
    private final int launches;
    private final int launchesOfASlice;
    private final CompletableFuture<Void> sent = new CompletableFuture<>();
    private volatile boolean mayEnd;

    private Flow(Load load, int sales, int launches, double launchesPerSecond) {
        this.load = load;
        this.sales = sales;
        this.launches = launches;
        this.launchesOfASlice = Math.max(1, (int) (launchesPerSecond / SLICES_A_SECOND));
    }

    static Flow start(Load load, int sales, int launches, double launchesPerSecond) {
        var flow = new Flow(load, sales, launches, launchesPerSecond);
        new Thread(flow::run, "load").start();
        return flow;
    }

    /** Ends it once all is sent that was asked for, and waits until everything is acknowledged. */
    public void end() {
        mayEnd = true;
        sent.join();
    }

    private void run() {
        try {
            sendSlices();
            sent.complete(null);
        } catch (RuntimeException failed) {
            sent.completeExceptionally(failed);
        }
    }

    private void sendSlices() {
        var next = System.nanoTime();
        for (var slice = 0; !mayEnd || slice * launchesOfASlice < launches; slice++) {
            load.portion(salesOf(slice), launchesOfASlice).forEach(load::send);
            next += SLICE.toNanos();
            LockSupport.parkNanos(next - System.nanoTime());
        }
        load.flush();
    }

    /** What was asked for is spread over the launches that were asked for. */
    private int salesOf(int slice) {
        var slices = Math.max(1, launches / launchesOfASlice);
        if (slice >= slices) {
            return slice % SLICES_A_SECOND == 0 ? 1 : 0;
        }
        return sales * (slice + 1) / slices - sales * slice / slices;
    }
}
