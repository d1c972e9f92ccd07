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

/** What was measured: names and numbers. A run adds to what stands in the file, and replaces what it measured anew. */
public final class Figures {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MathContext DIGITS = new MathContext(4);

    private final Path file;
    private final Map<String, BigDecimal> all = new TreeMap<>();

    private Figures(Path file) {
        this.file = file;
    }

    /** Those that stand in a file, if it is there. */
    public static Figures in(Path file) {
        var figures = new Figures(file);
        if (Files.exists(file)) {
            try {
                JSON.readTree(file.toFile())
                        .properties()
                        .forEach(each ->
                                figures.all.put(each.getKey(), each.getValue().decimalValue()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return figures;
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
