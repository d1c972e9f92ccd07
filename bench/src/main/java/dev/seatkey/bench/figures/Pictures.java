package dev.seatkey.bench.figures;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Pictures of what was measured. */
public final class Pictures {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 460;
    private static final List<Color> COLOURS = List.of(
            new Color(0x1F6FB2), new Color(0x9AA5B1), new Color(0xE08A2E), new Color(0x5C9E5A), new Color(0x8A62A8));
    private static final Pattern RATE =
            Pattern.compile("(launches\\.first|launches\\.repeat|sales|renewals)\\.(\\w+)\\.per_s");
    private static final Pattern WAIT = Pattern.compile("latency\\.(\\d+)\\.(\\w+)\\.p([\\d_]+)_ms");
    private static final Pattern LOAD = Pattern.compile("load\\.(\\d+)\\.(\\w+)\\.(p99_ms|per_s)");
    private static final Pattern SIZE = Pattern.compile("growth\\.(\\d+)\\.micros");

    private final Map<String, BigDecimal> figures;
    private final Path folder;

    private Pictures(Map<String, BigDecimal> figures, Path folder) {
        this.figures = new TreeMap<>(figures);
        this.folder = folder;
    }

    /** Draws those for which there are figures. */
    public static void draw(Map<String, BigDecimal> figures, Path folder) {
        System.setProperty("java.awt.headless", "true");
        var pictures = new Pictures(figures, folder);
        pictures.throughput();
        pictures.waits();
        pictures.load();
        pictures.growth();
    }

    private void throughput() {
        var data = new DefaultCategoryDataset();
        figures.forEach((name, value) -> {
            var found = RATE.matcher(name);
            if (found.matches()) {
                data.addValue(value, found.group(2), found.group(1).replace('.', ' '));
            }
        });
        if (data.getRowCount() > 0) {
            var chart = ChartFactory.createBarChart(
                    "A second, from a heap", null, "a second", data, PlotOrientation.VERTICAL, true, false, false);
            var plot = (CategoryPlot) chart.getPlot();
            var bars = (BarRenderer) plot.getRenderer();
            bars.setBarPainter(new StandardBarPainter());
            bars.setShadowVisible(false);
            bars.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator());
            bars.setDefaultItemLabelsVisible(true);
            for (var row = 0; row < data.getRowCount(); row++) {
                bars.setSeriesPaint(row, COLOURS.get(row % COLOURS.size()));
            }
            plot.setBackgroundPaint(Color.WHITE);
            plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
            save(chart, "throughput.png");
        }
    }

    private void waits() {
        var data = new XYSeriesCollection();
        var series = new TreeMap<String, XYSeries>();
        figures.forEach((name, value) -> {
            var found = WAIT.matcher(name);
            if (found.matches()) {
                series.computeIfAbsent(found.group(2) + ", " + found.group(1) + " launches a second", XYSeries::new)
                        .add(beyond(Double.parseDouble(found.group(3).replace('_', '.'))), value);
            }
        });
        series.values().forEach(data::addSeries);
        lines("From launch to answer", "one in … waits longer", new NumberAxis("milliseconds"), data, "latency.png");
    }

    /** One in so many is beyond a percentile. */
    private static double beyond(double percentile) {
        return 100 / (100 - percentile);
    }

    private void load() {
        lines(
                "99 of 100 launches are answered within",
                "launches sent a second",
                logarithmic("milliseconds"),
                byLoad("p99_ms"),
                "load.png");
        lines(
                "How many launches are answered",
                "launches sent a second",
                logarithmic("launches answered a second"),
                byLoad("per_s"),
                "throughput-by-load.png");
    }

    private XYSeriesCollection byLoad(String what) {
        var data = new XYSeriesCollection();
        var series = new TreeMap<String, XYSeries>();
        figures.forEach((name, value) -> {
            var found = LOAD.matcher(name);
            if (found.matches() && found.group(3).equals(what)) {
                series.computeIfAbsent(found.group(2), XYSeries::new).add(Integer.parseInt(found.group(1)), value);
            }
        });
        series.values().forEach(data::addSeries);
        return data;
    }

    private void growth() {
        var series = new XYSeries("a launch");
        figures.forEach((name, value) -> {
            var found = SIZE.matcher(name);
            if (found.matches()) {
                series.add(Integer.parseInt(found.group(1)), value);
            }
        });
        lines(
                "What a launch costs",
                "keys in the store",
                new NumberAxis("microseconds"),
                new XYSeriesCollection(series),
                "growth.png");
    }

    private void lines(String title, String x, ValueAxis y, XYSeriesCollection data, String file) {
        if (data.getSeriesCount() == 0 || data.getItemCount(0) == 0) {
            return;
        }
        var chart = ChartFactory.createXYLineChart(title, x, null, data, PlotOrientation.VERTICAL, true, false, false);
        var plot = (XYPlot) chart.getPlot();
        plot.setDomainAxis(logarithmic(x));
        plot.setRangeAxis(y);
        var renderer = new XYLineAndShapeRenderer(true, true);
        for (var number = 0; number < data.getSeriesCount(); number++) {
            renderer.setSeriesPaint(number, COLOURS.get(number % COLOURS.size()));
        }
        plot.setRenderer(renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        save(chart, file);
    }

    private static LogarithmicAxis logarithmic(String label) {
        var axis = new LogarithmicAxis(label);
        // Numbers as they are, and not as powers.
        axis.setLog10TickLabelsFlag(false);
        axis.setExpTickLabelsFlag(false);
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
        return axis;
    }

    private void save(JFreeChart chart, String file) {
        chart.setBackgroundPaint(Color.WHITE);
        chart.getTitle().setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        try {
            Files.createDirectories(folder);
            ChartUtils.saveChartAsPNG(folder.resolve(file).toFile(), chart, WIDTH, HEIGHT);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }
}
