package dev.seatkey.localstack.demo;

import dev.seatkey.contract.NewOrganization;
import dev.seatkey.contract.Organization;
import dev.seatkey.contract.Person;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.UserReference;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.outside.Observer;
import dev.seatkey.localstack.outside.Sender;
import dev.seatkey.localstack.stack.Stack;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * What every chapter of the story stands on.
 *
 * @param console where it is told
 * @param stack the product
 * @param sender publishes what the back office and the LTI platforms have to say
 * @param observer reads all that comes out
 * @param samples the sample input
 * @param firstDay the day on which the story begins, UTC
 */
record Stage(Console console, Stack stack, Sender sender, Observer observer, Samples samples, LocalDate firstDay) {
    /** How long the story waits for something that must come out. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The day of the story that the clock shows: 0 for the first. */
    long day() {
        return firstDay.until(today(), ChronoUnit.DAYS);
    }

    /** The date that the clock shows, UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(stack.clock().instant(), ZoneOffset.UTC);
    }

    /** What an organization is called. */
    String nameOf(String organizationId) {
        return samples.organizations().stream()
                .filter(each -> each.getOrganizationId().equals(organizationId))
                .map(Organization::getName)
                .findFirst()
                .orElseGet(() -> broughtName(organizationId));
    }

    /** What a user is called. */
    String nameOf(UserReference user) {
        return samples.organizations().stream()
                .filter(each -> each.getOrganizationId().equals(user.getOrganizationId()))
                .flatMap(each -> each.getUsers().stream())
                .filter(each -> each.getPersonId().equals(user.getUserId()))
                .map(Person::getName)
                .findFirst()
                .orElse(user.getUserId());
    }

    private String broughtName(String organizationId) {
        return samples.sales().stream()
                .map(RegisterSale::getNewCustomer)
                .filter(brought ->
                        brought != null && brought.getOrganizationId().equals(organizationId))
                .map(NewOrganization::getName)
                .findFirst()
                .orElse(organizationId);
    }
}
