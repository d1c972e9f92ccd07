package dev.seatkey.intake.registration;

import dev.seatkey.organizations.Person;
import java.util.List;

/** An organization that a sale brings with it (S2). */
record NewCustomer(String organizationId, String name, boolean ltiService, List<Person> contacts, List<Person> users) {
    NewCustomer {
        contacts = List.copyOf(contacts);
        users = List.copyOf(users);
    }
}
