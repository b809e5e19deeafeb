package org.initbench.plot;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.initbench.plot.Sheet.Section;

/** Draws a sheet: once to learn how tall it is, once for good. */
final class SheetPainter {

    static final int WIDTH = 1800;
    private static final int MARGIN = 36;
    private static final int GAP = 24;
    private static final double SAMPLE = 60;
    private static final Color INK = new Color(0x222222);
    private static final Color FRAME = new Color(0xCCCCCC);
    private static final Color FAINT = new Color(0x666666);

    private final Sheet sheet;
    private final Graphics2D graphics;
    private double y = MARGIN;

    private SheetPainter(Sheet sheet, BufferedImage image) {
        this.sheet = sheet;
        this.graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    /** The picture of a sheet. */
    static BufferedImage paint(Sheet sheet) {
        SheetPainter measuring = new SheetPainter(sheet, new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        measuring.paint();
        int height = (int) Math.ceil(measuring.y) + MARGIN;
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        new SheetPainter(sheet, image).paint();
        return image;
    }

    private void paint() {
        double width = WIDTH - 2.0 * MARGIN;
        graphics.setColor(INK);
        y = Text.draw(graphics, Text.TITLE, Text.wrap(graphics, Text.TITLE, sheet.title(), width), MARGIN, y);
        graphics.setColor(FAINT);
        y = Text.draw(graphics, Text.SMALL, Text.wrap(graphics, Text.SMALL, sheet.subtitle(), width), MARGIN, y);
        y += GAP;
        for (Section section : sheet.sections()) {
            paint(section, width);
        }
        paintLegend(width);
        graphics.dispose();
    }

    private void paint(Section section, double width) {
        graphics.setColor(section.color() == null ? INK : section.color());
        if (!section.heading().isEmpty()) {
            List<String> heading = Text.wrap(graphics, Text.HEADING, section.heading(), width);
            y = Text.draw(graphics, Text.HEADING, heading, MARGIN, y);
        }
        double panelWidth = (width - (sheet.columns() - 1.0) * GAP) / sheet.columns();
        for (int first = 0; first < section.panels().size(); first += sheet.columns()) {
            int end = Math.min(section.panels().size(), first + sheet.columns());
            paintRow(section.panels().subList(first, end), panelWidth);
        }
    }

    private void paintRow(List<Panel> panels, double width) {
        List<List<String>> titles = new ArrayList<>();
        List<List<String>> notes = new ArrayList<>();
        for (Panel panel : panels) {
            titles.add(Text.wrap(graphics, Text.HEADING, panel.title(), width));
            notes.add(panel.notes().stream()
                    .flatMap(note -> Text.wrap(graphics, Text.SMALL, note, width).stream())
                    .toList());
        }
        double titlesHeight = Text.height(graphics, Text.HEADING, longest(titles));
        double notesHeight = Text.height(graphics, Text.SMALL, longest(notes));
        for (int i = 0; i < panels.size(); i++) {
            double left = MARGIN + i * (width + GAP);
            graphics.setColor(INK);
            Text.draw(graphics, Text.HEADING, titles.get(i), left, y);
            graphics.setColor(FAINT);
            Text.draw(graphics, Text.SMALL, notes.get(i), left, y + titlesHeight);
            double top = y + titlesHeight + notesHeight;
            Rectangle2D area = new Rectangle2D.Double(left, top, width, sheet.panelHeight());
            panels.get(i).plot().ifPresentOrElse(plot -> plot.draw(graphics, area, null, null, null), () -> {
                graphics.setColor(FRAME);
                graphics.draw(area);
            });
        }
        y += titlesHeight + notesHeight + sheet.panelHeight() + GAP;
    }

    private static int longest(List<List<String>> lines) {
        return lines.stream().mapToInt(List::size).max().orElse(0);
    }

    private void paintLegend(double width) {
        FontMetrics metrics = graphics.getFontMetrics(Text.LABEL);
        double lineHeight = metrics.getHeight() + 8.0;
        double x = MARGIN;
        for (LegendItem item : sheet.legend()) {
            double itemWidth = SAMPLE + 14 + metrics.stringWidth(item.text());
            if (x > MARGIN && x + itemWidth > MARGIN + width) {
                x = MARGIN;
                y += lineHeight;
            }
            paintSample(item, x, y + lineHeight / 2);
            graphics.setColor(INK);
            List<String> text = Text.wrap(graphics, Text.LABEL, item.text(), width - SAMPLE - 14);
            Text.draw(graphics, Text.LABEL, text, x + SAMPLE + 14, y + 4);
            y += lineHeight * (text.size() - 1);
            x += itemWidth + 2 * GAP;
        }
        y += sheet.legend().isEmpty() ? 0 : lineHeight;
    }

    private void paintSample(LegendItem item, double x, double middle) {
        graphics.setPaint(item.paint());
        if (item.stroke() == null && item.marker() == null) {
            Rectangle2D patch = new Rectangle2D.Double(x, middle - 14, SAMPLE, 28);
            graphics.fill(patch);
            graphics.setStroke(Palette.solid(1));
            graphics.setColor(FAINT);
            graphics.draw(patch);
        }
        if (item.stroke() != null) {
            graphics.setStroke(item.stroke());
            graphics.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
        }
        if (item.marker() != null) {
            graphics.translate(x + SAMPLE / 2, middle);
            graphics.setStroke(Palette.solid(1));
            graphics.fill(item.marker());
            graphics.draw(item.marker());
            graphics.translate(-x - SAMPLE / 2, -middle);
        }
    }
}
