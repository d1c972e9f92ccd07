package dev.seatkey.intake.listing;

import dev.seatkey.intake.sales.SaleStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which sales to list.
 *
 * @param customerIds the organizations whose sales are listed
 * @param status only these
 * @param text only those with it in sale name, customer name, PO number or order number, in whatever case
 * @param from registered at this instant or later
 * @param to registered before this instant
 * @param page counted from 0
 * @param size lines a page
 */
record SaleQuery(
        Set<String> customerIds,
        @Nullable SaleStatus status,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant to,
        int page,
        int size) {}
