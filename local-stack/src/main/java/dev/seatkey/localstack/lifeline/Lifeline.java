package dev.seatkey.localstack.lifeline;

import java.io.IOException;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * A Java agent that ties a process to its parent: when the parent is gone, however it went, standard input ends and the process
 * stops in good order, or, after some seconds, at once.
 *
 * <p>Ctrl-C in a terminal reaches every process of the group. The parent alone decides in which order they stop, so it is ignored
 * here.
 */
public final class Lifeline {
    private static final long MILLIS_TO_STOP_IN_GOOD_ORDER = 8_000;
    private static final int ORPHANED = 3;

    private Lifeline() {}

    /** Called by the JVM before the main method. */
    public static void premain(String unused) {
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        startDaemon("lifeline", Lifeline::holdUntilParentIsGone);
    }

    private static void holdUntilParentIsGone() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said on this line; only its end counts.
            }
        } catch (IOException broken) {
            // A broken line is an ended one.
        }
        startDaemon("lifeline-last-resort", Lifeline::haltLater);
        System.exit(ORPHANED);
    }

    private static void haltLater() {
        try {
            Thread.sleep(MILLIS_TO_STOP_IN_GOOD_ORDER);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ORPHANED);
    }

    private static void startDaemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
