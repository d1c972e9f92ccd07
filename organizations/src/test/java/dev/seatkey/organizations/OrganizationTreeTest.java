package dev.seatkey.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrganizationTreeTest {
    private final OrganizationTree tree = OrganizationTree.of(List.of(
            organization("school", "district"), organization("district", "state"), organization("state", null)));

    @Test
    @DisplayName("S3: an organization is at or below itself and all above it, and no other")
    void knowsWhatLiesBelowWhat() {
        assertThat(tree.isAtOrBelow("school", "school")).isTrue();
        assertThat(tree.isAtOrBelow("school", "state")).isTrue();
        assertThat(tree.isAtOrBelow("state", "school")).isFalse();
        assertThat(tree.isAtOrBelow("school", "elsewhere")).isFalse();
    }

    @Test
    void listsAncestorsNearestFirst() {
        assertThat(tree.ancestors("school")).containsExactly("district", "state");
        assertThat(tree.ancestors("unknown")).isEmpty();
    }

    @Test
    void saysWhichParentsAreNotKnownYet() {
        OrganizationTree early = OrganizationTree.of(List.of(organization("school", "district")));

        assertThat(early.missingParents()).containsExactly("district");
        assertThat(early.isAtOrBelow("school", "district")).isTrue();
        assertThat(tree.missingParents()).isEmpty();
    }

    @Test
    void comesToAnEndWhereParentsFormACircle() {
        OrganizationTree circle = OrganizationTree.of(List.of(organization("a", "b"), organization("b", "a")));

        assertThat(circle.ancestors("a")).containsExactly("b", "a");
        assertThat(circle.isAtOrBelow("a", "elsewhere")).isFalse();
    }

    @Test
    void looksNoHigherThanAnyRealTreeIs() {
        OrganizationTree tower = OrganizationTree.of(IntStream.range(0, 1000)
                .mapToObj(i -> organization("level-" + i, "level-" + (i + 1)))
                .toList());

        assertThat(tower.ancestors("level-0")).hasSize(OrganizationTree.MAX_DEPTH);
    }

    @Test
    void knowsWhetherAllAboveIsKnown() {
        OrganizationTree gap = OrganizationTree.of(List.of(organization("school", "district")));
        OrganizationTree circle = OrganizationTree.of(List.of(organization("a", "b"), organization("b", "a")));

        assertThat(tree.isKnownToTheTop("school")).isTrue();
        assertThat(tree.isKnownToTheTop("state")).isTrue();
        assertThat(tree.isKnownToTheTop("unknown")).isFalse();
        assertThat(gap.isKnownToTheTop("school")).isFalse();
        assertThat(circle.isKnownToTheTop("a")).isFalse();
    }

    private static Organization organization(String id, @Nullable String parentId) {
        return Organization.told(id, id, parentId, true, List.of(), List.of());
    }
}
