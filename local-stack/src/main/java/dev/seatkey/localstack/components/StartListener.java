package dev.seatkey.localstack.components;

import java.time.Duration;

/** Hears how a start goes on. */
@FunctionalInterface
public interface StartListener {
    /** Hears nothing. */
    StartListener SILENT = (what, took) -> {};

    /** Something is ready; may be called by several threads at once. */
    void ready(String what, Duration took);
}
