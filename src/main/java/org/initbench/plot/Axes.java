package org.initbench.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.initbench.result.Metric;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnitSource;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Axes that fit their values, with few ticks and readable labels. */
final class Axes {

    private static final Color GRID = new Color(0xDDDDDD);
    private static final Color INK = new Color(0x444444);
    private static final double MARGIN = 0.04;
    private static final double FLAT = 1e-3;
    private static final double LEAST_ROOM_IN_DECADES = 0.1;
    private static final double WIDE = 8;
    private static final int MOST_TICKS = 8;
    private static final int FEW_TICKS = 4;
    private static final int MOST_NAMES = 10;
    private static final int MOST_LETTERS = 40;

    private Axes() {}

    /** An empty plot between two axes. */
    static XYPlot plot(ValueAxis x, ValueAxis y) {
        return styled(new XYPlot(null, x, y, null));
    }

    /** The same for markers, of which none is cut where it stands at the end of an axis. */
    static XYPlot markers(ValueAxis x, ValueAxis y) {
        return styled(new MarkerPlot(x, y));
    }

    private static XYPlot styled(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(INK);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(new BasicStroke(1.5f));
        plot.setRangeGridlineStroke(new BasicStroke(1.5f));
        plot.setInsets(new RectangleInsets(4, 4, 4, 16));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    /** From the smallest to the largest finite value with some room; around a single value, where there is one alone. */
    static NumberAxis linear(String label, double[] values) {
        double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        double size = Math.max(Math.abs(low), Math.abs(high));
        double middle = low / 2 + high / 2;
        if (high - low <= FLAT * size || size == 0) {
            double half = size == 0 ? 0.5 : 0.1 * size;
            return between(label, middle - half, middle + half);
        }
        double room = MARGIN * (high - low);
        return between(label, low - room, high + room);
    }

    /** Where a metric's values stand: accuracies never beyond 0 and 1, losses by decades where they span many. */
    static ValueAxis metric(Metric metric, double[] values) {
        String name = Names.of(metric);
        if (metric.isAccuracy()) {
            NumberAxis axis = linear(
                    name,
                    Arrays.stream(values)
                            .map(value -> Math.min(1, Math.max(0, value)))
                            .toArray());
            return between(name, Math.max(0, axis.getLowerBound()), Math.min(1, axis.getUpperBound()));
        }
        return isLogarithmic(metric, values) ? log(name, values) : linear(name, values);
    }

    /** Whether the axis of a metric's values is logarithmic. */
    static boolean isLogarithmic(Metric metric, double[] values) {
        return !metric.isAccuracy() && needsLog(values);
    }

    /** From {@code low} to {@code high}. */
    static NumberAxis between(String label, double low, double high) {
        NumberAxis axis = styled(new NumberAxis(label));
        axis.setRange(low, high);
        setTicks(axis, MOST_TICKS);
        axis.setNumberFormatOverride(new Labels(Axes::plain));
        return axis;
    }

    /** The same axis with fewer ticks, for a small plot. */
    static NumberAxis sparse(NumberAxis axis) {
        setTicks(axis, FEW_TICKS);
        return axis;
    }

    private static void setTicks(NumberAxis axis, int most) {
        TickUnitSource units = NumberAxis.createStandardTickUnits(Locale.ROOT);
        axis.setTickUnit(
                (NumberTickUnit) units.getCeilingTickUnit(axis.getRange().getLength() / most));
    }

    /** Whether positive values span so much that a logarithmic axis is needed. */
    private static boolean needsLog(double[] values) {
        double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(1);
        double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        return low > 0 && high / low > 30;
    }

    /** From the smallest to the largest positive finite value, with some room. */
    static LogAxis log(String label, double[] values) {
        return around(values, new Logarithmic(label));
    }

    /** The same for learning rates, each with a tick of its own. */
    static ValueAxis rates(double[] rates) {
        String label = "learning rate";
        return Arrays.stream(rates).allMatch(rate -> rate > 0)
                ? around(rates, new MarkedLogAxis(label, rates))
                : linear(label, rates);
    }

    /** For a number that a grid varies, with a tick at each value; logarithmic where these span a factor of more than 8. */
    static ValueAxis marked(String label, double[] values) {
        double low = Arrays.stream(values).min().orElse(1);
        double high = Arrays.stream(values).max().orElse(1);
        if (low > 0 && high > WIDE * low) {
            return around(values, new MarkedLogAxis(label, values));
        }
        NumberAxis axis = styled(new MarkedAxis(label, values));
        axis.setRange(linear(label, values).getRange());
        return axis;
    }

    private static LogAxis around(double[] values, LogAxis axis) {
        double[] logs = Arrays.stream(values)
                .filter(value -> Double.isFinite(value) && value > 0)
                .map(Math::log10)
                .toArray();
        double low = Arrays.stream(logs).min().orElse(-1);
        double high = Arrays.stream(logs).max().orElse(0);
        double room = Math.max(MARGIN * (high - low), LEAST_ROOM_IN_DECADES);
        axis.setRange(
                Math.max(Double.MIN_NORMAL, Math.pow(10, low - room)),
                Math.min(Double.MAX_VALUE, Math.pow(10, high + room)));
        return styled(axis);
    }

    /** Equal steps with a name each; where there are many, some of the names. */
    static NumberAxis named(String label, List<String> names) {
        NumberAxis axis = styled(new NumberAxis(label));
        axis.setRange(-0.5, Math.max(1, names.size()) - 0.5);
        int longest = names.stream().mapToInt(String::length).max().orElse(1);
        int most = Math.max(2, Math.min(MOST_NAMES, MOST_LETTERS / (longest + 2)));
        axis.setTickUnit(new NumberTickUnit(Math.max(1, (names.size() + most - 1) / most)));
        axis.setNumberFormatOverride(new Labels(value -> {
            int index = (int) Math.rint(value);
            return index >= 0 && index < names.size() ? names.get(index) : "";
        }));
        return axis;
    }

    /** A number in at most eight digits, which is enough for ticks. */
    static String plain(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        double size = Math.abs(value);
        if (size >= 1e-3 && size < 1e6) {
            return new BigDecimal(value)
                    .round(new MathContext(8))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return new DecimalFormat("0.##E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value)
                .replace("E", "e");
    }

    /** A number in three digits. */
    static String plain3(double value) {
        return Double.isFinite(value)
                ? plain(new BigDecimal(value).round(new MathContext(3)).doubleValue())
                : plain(value);
    }

    private static <A extends ValueAxis> A styled(A axis) {
        axis.setLabelFont(Text.LABEL);
        axis.setTickLabelFont(Text.SMALL);
        axis.setLabelPaint(INK);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(INK);
        axis.setTickMarkPaint(INK);
        axis.setTickMarkOutsideLength(6);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0);
        return axis;
    }

    /** Labels of ticks, made by a function. */
    private static final class Labels extends NumberFormat {

        private final transient DoubleFunction<String> label;

        Labels(DoubleFunction<String> label) {
            this.label = label;
        }

        @Override
        public StringBuffer format(double value, StringBuffer buffer, FieldPosition position) {
            return buffer.append(label.apply(value));
        }

        @Override
        public StringBuffer format(long value, StringBuffer buffer, FieldPosition position) {
            return format((double) value, buffer, position);
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new UnsupportedOperationException("ticks are only written");
        }
    }
}
