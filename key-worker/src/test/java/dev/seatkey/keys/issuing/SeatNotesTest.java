package dev.seatkey.keys.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How many seats are taken")
final class SeatNotesTest {
    private final SeatNotes notes = new SeatNotes();

    @Test
    @DisplayName("is to be noted with every tenth batch, for all plans of the ten")
    void isToBeNotedWithEveryTenthBatch() {
        notes.add(Map.of("first", 7));
        IntStream.rangeClosed(1, 8).forEach(number -> notes.add(Map.of("second", number)));
        notes.add(Map.of());
        assertThat(notes.handOutWhatIsDue()).isEmpty();

        notes.add(Map.of("third", 1));

        assertThat(notes.handOutWhatIsDue()).isEqualTo(Map.of("first", 7, "second", 8, "third", 1));
        assertThat(notes.handOutWhatIsDue()).isEmpty();
    }

    @Test
    @DisplayName("is known as long as the note may not be written")
    void isKnownUntilItIsWritten() {
        tenBatches("first");
        assertThat(notes.handOutWhatIsDue()).containsKey("first");

        IntStream.rangeClosed(1, 9).forEach(number -> notes.add(Map.of("second", number)));
        assertThat(notes.handOutWhatIsDue()).isEmpty();
        assertThat(notes.of("first")).isEqualTo(10);
        assertThat(notes.of("second")).isEqualTo(9);
        assertThat(notes.all()).isEqualTo(Map.of("first", 10, "second", 9));

        notes.add(Map.of("second", 10));
        assertThat(notes.handOutWhatIsDue()).isEqualTo(Map.of("second", 10));
        assertThat(notes.of("first")).as("noted by now").isZero();
    }

    @Test
    @DisplayName("is forgotten when it is noted, but for what was taken meanwhile")
    void isForgottenWhenItIsNoted() {
        tenBatches("first");
        Map<String, Integer> unused = notes.handOutWhatIsDue();
        notes.add(Map.of("second", 1, "third", 1));
        Map<String, Integer> all = notes.all();
        notes.add(Map.of("third", 2));

        notes.noted(all);

        assertThat(notes.all()).isEqualTo(Map.of("third", 2));
    }

    private void tenBatches(String saleId) {
        IntStream.rangeClosed(1, SeatNotes.BATCHES_UNTIL_NOTED).forEach(number -> notes.add(Map.of(saleId, number)));
    }
}
