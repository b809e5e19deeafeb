package org.initbench.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a legend.
 *
 * @param text what it stands for
 * @param paint of its line, marker or patch
 * @param stroke of its line; null for none
 * @param marker drawn on the line; null for none
 */
record LegendItem(String text, Paint paint, @Nullable BasicStroke stroke, @Nullable Shape marker) {

    static List<LegendItem> of(List<String> initializers, Palette palette) {
        return initializers.stream()
                .map(init -> new LegendItem(init, palette.color(init), palette.stroke(init), palette.marker(init)))
                .toList();
    }

    /** A filled patch. */
    static LegendItem patch(String text, Paint paint) {
        return new LegendItem(text, paint, null, null);
    }

    static LegendItem line(String text, Color color, BasicStroke stroke) {
        return new LegendItem(text, color, stroke, null);
    }
}
