package dev.seatkey.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    @DisplayName("What a machine does in one round to all who take part is not in their ratio")
    void comparesRoundByRound() {
        var worker = of(90, 45, 88);
        var bare = of(100, 50, 110);

        assertThat(worker.by(bare).median()).isEqualTo(0.9);
    }

    @Test
    @DisplayName("Of an even number of rounds, the middle lies between two")
    void findsTheMiddle() {
        assertThat(of(1, 9, 3, 5).median()).isEqualTo(4);
    }

    @Test
    @DisplayName("Samples of other rounds are not compared")
    void refusesOtherRounds() {
        assertThatThrownBy(() -> of(1, 2).by(of(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Sample of(double... values) {
        var sample = new Sample();
        for (var value : values) {
            sample.add(value);
        }
        return sample;
    }
}
