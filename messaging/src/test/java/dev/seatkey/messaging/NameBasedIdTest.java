package dev.seatkey.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameBasedIdTest {
    @Test
    void theSameNamesGiveTheSameId() {
        assertThat(NameBasedId.of("KeyRenewed", "key", "2")).isEqualTo(NameBasedId.of("KeyRenewed", "key", "2"));
    }

    @Test
    void namesThatRunTogetherTheSameWayGiveDifferentIds() {
        assertThat(NameBasedId.of("ab", "c")).isNotEqualTo(NameBasedId.of("a", "bc"));
        assertThat(NameBasedId.of("a", "")).isNotEqualTo(NameBasedId.of("a"));
        assertThat(NameBasedId.of("a", "b")).isNotEqualTo(NameBasedId.of("b", "a"));
    }
}
