package org.initbench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Prevents two initializers that look the same, and one that looks different from picture to picture. */
class PaletteTest {

    private static final List<String> MANY =
            IntStream.range(0, 28).mapToObj(i -> "normal(std=" + i + ")").toList();

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
    void noTwoOf28InitializersLookTheSame() {
        Palette palette = new Palette(MANY);
        Set<List<Object>> looks = new HashSet<>();
        for (String init : MANY) {
            BasicStroke stroke = palette.stroke(init);
            looks.add(List.of(palette.color(init), Arrays.toString(stroke.getDashArray())));
        }
        assertThat(looks).hasSize(28);
    }
}
