package org.initbench.plot;

import java.awt.Color;
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

    /** Panels under a common heading, which may be empty; null for a heading in the colour of text. */
    record Section(String heading, @Nullable Color color, List<Panel> panels) {}

    Picture picture() {
        return new Picture(fileName, title, subtitle);
    }
}
