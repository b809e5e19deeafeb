package org.initbench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents two initializers that look the same, and one that looks different from picture to picture. */
class PaletteTest {

    private static final List<String> MANY =
            IntStream.range(0, 36).mapToObj(i -> "normal(std=" + i + ")").toList();

    /** Okabe and Ito 2008, "Color Universal Design": blue, vermillion, bluish green. */
    @Test
    void coloursAreThoseOfOkabeAndIto() {
        Palette palette = new Palette(List.of("zeros", "normal(std=10)", "he_normal"));
        assertThat(palette.light("zeros")).isEqualTo("#0072b2");
        assertThat(palette.light("normal(std=10)")).isEqualTo("#d55e00");
        assertThat(palette.light("he_normal")).isEqualTo("#009e73");
        assertThat(palette.dark("zeros")).isNotEqualTo(palette.light("zeros"));
    }

    @Test
    void theLookIsThatOfThePlaceInTheList() {
        Palette longer = new Palette(MANY);
        Palette shorter = new Palette(MANY.subList(0, 5));
        MANY.subList(0, 5).forEach(init -> assertThat(longer.light(init)).isEqualTo(shorter.light(init)));
    }

    @Test
    void noTwoOf36LinesLookTheSame() {
        Palette palette = new Palette(MANY);
        Set<List<Object>> looks = new HashSet<>();
        for (String init : MANY) {
            BasicStroke stroke = palette.stroke(init);
            looks.add(List.of(palette.color(init), Arrays.toString(stroke.getDashArray())));
        }
        assertThat(looks).hasSize(36);
    }

    @Test
    void noTwoOfNineHaveTheSameColourAndNoTwoOf16TheSameMark() {
        Palette palette = new Palette(MANY);
        assertThat(MANY.subList(0, 9)).extracting(palette::light).doesNotHaveDuplicates();
        assertThat(MANY.subList(0, 9)).extracting(palette::dark).doesNotHaveDuplicates();
        assertThat(MANY.subList(0, 16)).extracting(palette::mark).doesNotHaveDuplicates();
    }

    @Test
    void noTwoOf144PointsLookTheSame() {
        List<String> all =
                IntStream.range(0, 144).mapToObj(i -> "normal(" + i + ")").toList();
        Palette palette = new Palette(all);
        assertThat(all)
                .extracting(init -> palette.light(init) + palette.mark(init))
                .doesNotHaveDuplicates();
    }

    /** Drawn as large as beside a name, each pair differs in a sixth at least of what the smaller one covers. */
    @Test
    void marksAreToldApartWithoutColour() {
        for (int one = 0; one < Marks.count(); one++) {
            for (int other = 0; other < one; other++) {
                boolean[] first = pixels(one);
                boolean[] second = pixels(other);
                long different = IntStream.range(0, first.length)
                        .filter(i -> first[i] != second[i])
                        .count();
                long smaller = Math.min(covered(first), covered(second));
                assertThat((double) different / smaller)
                        .as(one + " and " + other)
                        .isGreaterThan(1.0 / 6);
            }
        }
    }

    private static long covered(boolean[] pixels) {
        return IntStream.range(0, pixels.length).filter(i -> pixels[i]).count();
    }

    private static boolean[] pixels(int mark) {
        BufferedImage image = new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.translate(12, 12);
        graphics.fill(Marks.shape(mark));
        boolean[] pixels = new boolean[24 * 24];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (image.getRGB(i % 24, i / 24) & 0xFFFFFF) != 0;
        }
        return pixels;
    }

    /** What can just be told apart is about 2.3. */
    @ParameterizedTest
    @MethodSource("org.initbench.plot.Vision#all")
    void coloursStayApartForEveryEye(Vision eye) {
        Palette palette = new Palette(MANY);
        for (int one = 0; one < 9; one++) {
            for (int other = 0; other < one; other++) {
                for (List<String> pair : List.of(
                        List.of(palette.light(MANY.get(one)), palette.light(MANY.get(other))),
                        List.of(palette.dark(MANY.get(one)), palette.dark(MANY.get(other))))) {
                    assertThat(eye.distance(Color.decode(pair.get(0)), Color.decode(pair.get(1))))
                            .as(pair.toString())
                            .isGreaterThan(13);
                }
            }
        }
    }

    @Test
    void aPathOfThePageIsThatOfThePicture() {
        assertThat(Marks.svg(1)).isEqualTo("M-6.9 -6.9L6.9 -6.9L6.9 6.9L-6.9 6.9Z");
        assertThat(IntStream.range(0, Marks.count()).mapToObj(Marks::svg))
                .allMatch(path -> path.matches("[MLCZ0-9. -]+"));
    }
}
