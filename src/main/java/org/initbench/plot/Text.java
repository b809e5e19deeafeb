package org.initbench.plot;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Fonts of the pictures, large enough to be read at half the size, and lines that keep to a width. */
final class Text {

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 36);
    static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 26);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 26);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 22);

    /** After these a name may go on in the next line. */
    private static final String BREAKS = " ;,=";

    private Text() {}

    /** The text in lines of at most {@code width} pixels. */
    static List<String> wrap(Graphics2D graphics, Font font, String text, double width) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (metrics.stringWidth(rest) > width && rest.length() > 1) {
            int fitting = fitting(metrics, rest, width);
            int end = fitting;
            while (end > 0 && BREAKS.indexOf(rest.charAt(end - 1)) < 0) {
                end--;
            }
            end = end == 0 ? fitting : end;
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }

    private static int fitting(FontMetrics metrics, String text, double width) {
        int end = 1;
        while (end < text.length() && metrics.stringWidth(text.substring(0, end + 1)) <= width) {
            end++;
        }
        return end;
    }

    /** Draws lines below each other from {@code top} on, and gives where the next one would begin. */
    static double draw(Graphics2D graphics, Font font, List<String> lines, double left, double top) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        graphics.setFont(font);
        double y = top;
        for (String line : lines) {
            graphics.drawString(line, (float) left, (float) (y + metrics.getAscent()));
            y += metrics.getHeight();
        }
        return y;
    }

    static double height(Graphics2D graphics, Font font, int lines) {
        return (double) lines * graphics.getFontMetrics(font).getHeight();
    }
}
