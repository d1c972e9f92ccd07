package dev.seatkey.intake.listing;

import java.util.List;

/** The list of sales, newest first; those of one instant by sale id, so that the order is the same each time (S13). */
interface SaleList {

    /** The lines of one page. */
    List<SaleLine> page(SaleQuery query);

    /** How many lines all pages have together. */
    long count(SaleQuery query);
}
