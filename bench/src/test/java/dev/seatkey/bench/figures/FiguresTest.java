package dev.seatkey.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Figures")
class FiguresTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("are kept flat, to four digits, and those of another run are gone")
    void areKept() throws Exception {
        // given
        var file = folder.resolve("figures.json");
        Figures.writtenTo(file).put("stack.up.s", 12);

        // when
        var figures = Figures.writtenTo(file);
        figures.put("launches.first.vs_bare", 0.91886);
        figures.put("launches.first.worker.per_s", 11_234.5);

        // then
        assertThat(figures.all())
                .containsOnly(
                        entry("launches.first.vs_bare", new BigDecimal("0.9189")),
                        entry("launches.first.worker.per_s", new BigDecimal("1.123E+4")));
        assertThat(Files.readString(file)).isEqualToNormalizingNewlines("""
                        {
                          "launches.first.vs_bare" : 0.9189,
                          "launches.first.worker.per_s" : 11230
                        }""");
    }

    @Test
    @DisplayName("are medians: of an even number the mean of the two in the middle")
    void areMedians() {
        assertThat(sample(3, 1, 100).median()).isEqualTo(3);
        assertThat(sample(4, 1, 2, 100).median()).isEqualTo(3);
        assertThat(sample(1, 2).with(sample(7)).median()).isEqualTo(2);
    }

    @Test
    @DisplayName("reach their goals from the right side")
    void reachTheirGoals() {
        assertThat(goal("launches.first.vs_bare").isReachedBy(new BigDecimal("0.85")))
                .isTrue();
        assertThat(goal("launches.first.vs_bare").isReachedBy(new BigDecimal("0.84")))
                .isFalse();
        assertThat(goal("rss.key-worker.mb").isReachedBy(new BigDecimal("220"))).isTrue();
        assertThat(goal("rss.key-worker.mb").isReachedBy(new BigDecimal("221"))).isFalse();
        assertThat(goal("latency.1000.p99_vs_echo").isReachedBy(new BigDecimal("2.1")))
                .isFalse();
    }

    private static Goal goal(String figure) {
        return Goal.ALL.stream().filter(each -> each.isFor(figure)).findFirst().orElseThrow();
    }

    private static Sample sample(double... values) {
        var sample = new Sample();
        DoubleStream.of(values).forEach(sample::add);
        return sample;
    }
}
