package dev.seatkey.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.messaging.Cause;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FollowOrganizationsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Person ANA = new Person("ana", "Ana", "ana@example.com", "es");
    private static final Person BEN = new Person("ben", "Ben", "ben@example.com", null);

    private final FollowOrganizations rule = new FollowOrganizations();

    @Test
    void keepsTheNewestRecordOfEachOrganization() {
        Organization after =
                after(told("Old name").at("organizations-0@1"), told("New name").at("organizations-0@2"));

        assertThat(after.name()).isEqualTo("New name");
    }

    @Test
    void changesNothingWhenABatchIsHandledAgain() {
        OrganizationTold first = told("Old name").at("organizations-0@1");
        OrganizationTold second = told("New name").at("organizations-0@2");
        Organization after = after(first, second);

        assertThat(rule.decide(List.of(first, second), List.of(after))).isEmpty();
        assertThat(rule.decide(List.of(first), List.of(after))).isEmpty();
    }

    @Test
    void takesTheLaterOneWhereSendersChoseDifferentPartitions() {
        OrganizationTold early = told("Early").at("organizations-0@9", NOON);
        OrganizationTold late = told("Late").at("organizations-1@1", NOON.plusSeconds(1));

        assertThat(after(early, late).name()).isEqualTo("Late");
        assertThat(after(late, early).name()).isEqualTo("Late");
    }

    @Test
    void takesTheGreaterPartitionWhereTheTimeIsTheSame() {
        OrganizationTold one = told("One").at("organizations-0@9");
        OrganizationTold other = told("Other").at("organizations-1@1");

        assertThat(after(one, other).name()).isEqualTo("Other");
        assertThat(after(other, one).name()).isEqualTo("Other");
    }

    @Test
    void looksAtTheOffsetOnlyWithinAPartition() {
        OrganizationTold early = told("Early").at("organizations-0@1", NOON.plusSeconds(60));
        OrganizationTold late = told("Late").at("organizations-0@2", NOON);

        assertThat(after(early, late).name()).isEqualTo("Late");
        assertThat(after(late, early).name()).isEqualTo("Late");
    }

    @Test
    @DisplayName("S2: people whom a sale brought stay until the back office knows them")
    void keepsPeopleWhomASaleBroughtUntilTheBackOfficeKnowsThem() {
        Organization known = after(told("School").at("organizations-0@1"))
                .with(new BroughtPeople("s-1", List.of(ANA), List.of(BEN)));

        Organization unaware = next(known, told("School!").at("organizations-0@2"));
        assertThat(unaware.name()).isEqualTo("School!");
        assertThat(unaware.contacts()).containsExactly(ANA);
        assertThat(unaware.user("ben")).contains(BEN);

        Organization aware = next(unaware, told("School!", List.of(ANA)).at("organizations-0@4"));
        Organization afterRemoval = next(aware, told("School!").at("organizations-0@5"));
        assertThat(aware.contacts()).containsExactly(ANA);
        assertThat(afterRemoval.contacts()).isEmpty();
        assertThat(afterRemoval.users()).containsExactly(BEN);
    }

    @Test
    @DisplayName(
            "S2: what a sale brought listens to the back office, whatever place our own message has beside its records")
    void learnsNothingFromItsOwnMessageThatComesBack() {
        Organization founded = Organization.brought(
                "school", "Founded", "district", true, new BroughtPeople("s-1", List.of(ANA), List.of()), "m-1");
        OrganizationTold own = told("Founded", List.of(ANA)).at("organizations-0@3", NOON, "m-1");

        assertThat(rule.decide(List.of(own), List.of(founded))).isEmpty();
        Organization renamed = next(founded, told("Renamed").at("organizations-1@2", NOON.minusSeconds(1)));
        assertThat(renamed.name()).isEqualTo("Renamed");
        assertThat(renamed.contacts()).containsExactly(ANA);
        assertThat(rule.decide(List.of(own), List.of(renamed))).isEmpty();
    }

    private Organization after(OrganizationTold... messages) {
        return only(rule.decide(List.of(messages), List.of()));
    }

    private Organization next(Organization known, OrganizationTold message) {
        return only(rule.decide(List.of(message), List.of(known)));
    }

    private static Organization only(Collection<Organization> changed) {
        assertThat(changed).hasSize(1);
        return changed.iterator().next();
    }

    private static Telling told(String name) {
        return told(name, List.of());
    }

    private static Telling told(String name, List<Person> contacts) {
        return new Telling(Organization.told("school", name, null, true, contacts, List.of()));
    }

    private record Telling(Organization organization) {
        OrganizationTold at(String record) {
            return at(record, NOON);
        }

        OrganizationTold at(String record, Instant at) {
            return at(record, at, record);
        }

        OrganizationTold at(String record, Instant at, String id) {
            return new OrganizationTold(organization, new Cause(record, id, id, null, at));
        }
    }
}
