package org.initbench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

/** Prevents axes without ticks, text that runs out of the picture, and file names that collide. */
class ReadabilityTest {

    @Test
    void aLogarithmicAxisHasFromThreeToEightTicks() {
        assertThat(Logarithmic.ticks(1e-5, 10)).containsExactly(1e-5, 1e-4, 1e-3, 0.01, 0.1, 1.0, 10.0);
        assertThat(Logarithmic.ticks(0.4, 0.9)).containsExactly(0.4, 0.5, 0.6, 0.8);
        assertThat(Logarithmic.ticks(0.3, 30)).containsExactly(0.5, 1.0, 2.0, 5.0, 10.0, 20.0);
        assertThat(Logarithmic.ticks(1e-300, 1e300)).hasSizeBetween(3, 8);
        assertThat(Logarithmic.ticks(Double.MIN_NORMAL, Double.MAX_VALUE)).hasSizeBetween(3, 8);
    }

    @Test
    void learningRatesHaveATickEachAndANumberWhereThereIsRoom() {
        double[] rates = {0.1, 0.001, 0.003, 0.0031, 0.1};
        List<NumberTick> wide = rateTicks(rates, 900);
        assertThat(wide).extracting(NumberTick::getValue).containsExactly(0.001, 0.003, 0.0031, 0.1);
        assertThat(wide).extracting(NumberTick::getText).containsExactly("0.001", "0.003", "", "0.1");
        assertThat(rateTicks(rates, 150)).extracting(NumberTick::getText).containsExactly("0.001", "", "", "0.1");
    }

    private static List<NumberTick> rateTicks(double[] rates, int width) {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        MarkedLogAxis axis = (MarkedLogAxis) Axes.rates(rates);
        return axis.refreshTicks(
                graphics, new AxisState(), new Rectangle2D.Double(0, 0, width, 100), RectangleEdge.BOTTOM);
    }

    @Test
    void tickLabelsKeepTheirDigits() {
        assertThat(List.of(Axes.plain(0), Axes.plain(12250), Axes.plain(0.8875), Axes.plain(-0.5)))
                .containsExactly("0", "12250", "0.8875", "-0.5");
        assertThat(List.of(Axes.plain(1e-5), Axes.plain(2.5e7), Axes.plain(Double.NaN)))
                .containsExactly("1e-5", "2.5e7", "NaN");
    }

    @Test
    void longNamesAreBrokenWhereTheirPartsEnd() {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        String variant = "network.activation=relu;training.learningRate=0.1;data.train=60000";
        List<String> lines = Text.wrap(graphics, Text.SMALL, variant, 400);
        assertThat(String.join("", lines)).isEqualTo(variant);
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines).allSatisfy(line -> assertThat(
                        graphics.getFontMetrics(Text.SMALL).stringWidth(line))
                .isLessThanOrEqualTo(400));
        assertThat(Text.wrap(graphics, Text.SMALL, "x".repeat(200), 100)).hasSizeGreaterThan(10);
    }

    @Test
    void fileNamesAreShortAndStable() {
        assertThat(FileNames.of("dead-units", "")).isEqualTo("dead-units.png");
        assertThat(FileNames.of("dead-units", "network.activation=relu;data.length=10"))
                .isEqualTo("dead-units-activation_relu-length_10.png");
        String longest = "network.hidden=[" + "100,".repeat(50) + "1]";
        assertThat(FileNames.slug(longest)).hasSize(60).isNotEqualTo(FileNames.slug(longest + "x"));
    }

    @Test
    void percentagesSayThatALittleIsNotNothing() {
        assertThat(List.of(HeatMap.percent(0), HeatMap.percent(0.001), HeatMap.percent(0.126)))
                .containsExactly("0", "<1", "13");
        assertThat(List.of(HeatMap.percent(0.999), HeatMap.percent(1))).containsExactly(">99", "100");
    }

    @Test
    void zerosAreNamedWhereTheAxisHasNoPlaceForThem() {
        List<String> labels = List.of("0", "1", "2");
        assertThat(Zeros.note("zeros", new double[] {0, 0, 0}, labels)).contains("zeros: 0 everywhere");
        assertThat(Zeros.note("zeros", new double[] {0, 1, 0}, labels)).contains("zeros: 0 in layers 0, 2");
        assertThat(Zeros.note("", new double[] {1, Double.NaN, 1}, labels)).contains("not a number in layer 1");
        assertThat(Zeros.note("he", new double[] {1, 1, 1}, labels)).isEmpty();
    }
}
