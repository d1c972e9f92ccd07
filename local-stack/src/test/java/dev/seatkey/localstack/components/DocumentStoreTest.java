package dev.seatkey.localstack.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DocumentStoreTest {
    @Test
    void runsOnOneServerNeverMeet() {
        var one = GivenStore.at("mongodb://localhost:27017/");
        var other = GivenStore.at("mongodb://localhost:27017/");

        assertThat(one.databasePrefix()).isNotBlank().isNotEqualTo(other.databasePrefix());
    }

    @Test
    void refusesWhatIsNoUri() {
        assertThatThrownBy(() -> GivenStore.at("postgres")).isInstanceOf(IllegalArgumentException.class);
    }
}
