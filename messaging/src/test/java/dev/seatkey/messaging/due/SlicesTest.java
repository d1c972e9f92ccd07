package dev.seatkey.messaging.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlicesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 7, 12, 60})
    void everySliceBelongsToExactlyOnePartition(int partitions) {
        List<Integer> all = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            List<Integer> slices = Slices.ofPartitions(List.of(partition), partitions);
            for (int slice : slices) {
                assertThat(Slices.partitionOf(slice, partitions)).isEqualTo(partition);
            }
            all.addAll(slices);
        }

        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, Slices.COUNT).boxed().toList());
    }
}
