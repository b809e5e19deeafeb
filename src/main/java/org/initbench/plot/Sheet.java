package org.initbench.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture before it is drawn: panels in rows under a title, and one legend for all of them.
 *
 * @param fileName without folder
 * @param title what is shown
 * @param subtitle how to read it
 * @param columns panels in a row
 * @param panelHeight of the plot with its axes, in pixels
 * @param sections of panels, in order
 * @param legend below all panels; empty for none
 */
record Sheet(
        String fileName,
        String title,
        String subtitle,
        int columns,
        int panelHeight,
        List<Section> sections,
        List<LegendItem> legend) {

    private static final int MOST_HEIGHT = 3000;

    /** Panels under a common heading, which may be empty; null for a heading in the colour of text. */
    record Section(String heading, @Nullable Color color, List<Panel> panels) {}

    /** The same in several pictures where one would be too tall to look at. */
    List<Sheet> pages() {
        List<Section> parts = sections.size() == 1 ? rows(sections.get(0)) : sections;
        int most = Math.max(1, MOST_HEIGHT / panelHeight);
        if (parts.size() <= most) {
            return List.of(this);
        }
        List<Sheet> pages = new ArrayList<>();
        for (int first = 0; first < parts.size(); first += most) {
            List<Section> page = parts.subList(first, Math.min(parts.size(), first + most));
            String suffix = first == 0 ? ".png" : "-" + (pages.size() + 1) + ".png";
            pages.add(new Sheet(
                    fileName.replaceFirst("\\.png$", suffix), title, subtitle, columns, panelHeight, page, legend));
        }
        return pages;
    }

    private List<Section> rows(Section section) {
        List<Section> rows = new ArrayList<>();
        for (int first = 0; first < section.panels().size(); first += columns) {
            int end = Math.min(section.panels().size(), first + columns);
            rows.add(new Section(
                    first == 0 ? section.heading() : "",
                    section.color(),
                    section.panels().subList(first, end)));
        }
        return rows;
    }

    Picture picture() {
        return new Picture(fileName, title, subtitle);
    }
}
