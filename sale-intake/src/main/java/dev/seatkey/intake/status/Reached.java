package dev.seatkey.intake.status;

import dev.seatkey.intake.sales.Milestone;
import dev.seatkey.intake.sales.Sale;

/** A sale reached a milestone. */
record Reached(Sale sale, Milestone milestone) {}
