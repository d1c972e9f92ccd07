package dev.seatkey.localstack.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatkey.localstack.child.Ports;
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
        assertThatThrownBy(() -> GivenStore.at("postgres"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(DocumentStore.SETTING);
    }

    @Test
    void saysWhereNobodyAnswersAndNoPassword() {
        var port = Ports.free();
        var uri = "mongodb://user:secret@" + Ports.HOST + ":" + port + "/?serverSelectionTimeoutMS=50";

        assertThatThrownBy(() -> GivenStore.reachedAt(uri))
                .hasMessageContaining(Ports.HOST + ":" + port)
                .hasMessageNotContaining("secret");
    }
}
