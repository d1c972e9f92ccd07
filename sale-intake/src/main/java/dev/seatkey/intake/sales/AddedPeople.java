package dev.seatkey.intake.sales;

import dev.seatkey.organizations.Person;
import java.util.List;

/** People whom a sale added to a customer that existed before (S2). Kept to be told the same again. */
public record AddedPeople(List<Person> contacts, List<Person> users) {
    /** Nobody. */
    public static final AddedPeople NONE = new AddedPeople(List.of(), List.of());

    public AddedPeople {
        contacts = List.copyOf(contacts);
        users = List.copyOf(users);
    }

    /** Whether it is nobody. The name is none of a property's, so that it is not stored. */
    public boolean areNone() {
        return contacts.isEmpty() && users.isEmpty();
    }
}
