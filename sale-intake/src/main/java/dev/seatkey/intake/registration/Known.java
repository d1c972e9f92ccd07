package dev.seatkey.intake.registration;

import dev.seatkey.intake.pricing.Distribution;
import dev.seatkey.intake.sales.Sale;
import dev.seatkey.organizations.OrganizationTree;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What the store holds that a batch of registrations is judged by.
 *
 * @param sales those with the registrations' ids, and those that brought an organization which a registration names
 * @param organizations those that the registrations name, with all above them
 * @param distributions those that the registrations name
 * @param firstUses the sales that first used a number of the registrations
 */
record Known(
        List<Sale> sales,
        OrganizationTree organizations,
        Collection<Distribution> distributions,
        Map<NumberUse, String> firstUses) {}
