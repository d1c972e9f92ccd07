package dev.seatkey.bench.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What one run measured: names and numbers. They are written as they come, so that a run that is ended early has told what it knew. */
public final class Figures {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MathContext DIGITS = new MathContext(4);

    private final Path file;
    private final Map<String, BigDecimal> all = new TreeMap<>();

    private Figures(Path file) {
        this.file = file;
    }

    /** None yet; they will be written to a file, whose content is replaced: figures of other runs say nothing beside these. */
    public static Figures writtenTo(Path file) {
        return new Figures(file);
    }

    /** Keeps a figure, to four digits, and writes all of them. */
    public void put(String name, double value) {
        all.put(name, new BigDecimal(value).round(DIGITS).stripTrailingZeros());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), plain());
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    /** Keeps what a worker held in memory, in megabytes: in the middle, as all figures are, and at most. */
    public void putMemory(String worker, Sample megabytes) {
        put("rss." + worker + ".mb", megabytes.median());
        put("rss." + worker + ".most_mb", megabytes.most());
    }

    /** All of them, by name. */
    public Map<String, BigDecimal> all() {
        return Map.copyOf(all);
    }

    private Map<String, BigDecimal> plain() {
        var plain = new TreeMap<String, BigDecimal>();
        all.forEach((name, value) -> plain.put(name, new BigDecimal(value.toPlainString())));
        return plain;
    }
}
