package dev.seatkey.intake.listing;

import java.util.List;

/**
 * One page of the list of sales.
 *
 * @param organization the organization that it is for, with all below it
 * @param page counted from 0
 * @param size most lines a page
 * @param total lines of all pages
 */
public record SalesPage(
        String organization, String organizationName, int page, int size, long total, List<SaleLine> sales) {
    public SalesPage {
        sales = List.copyOf(sales);
    }
}
