package org.initbench.plot;

import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;

/**
 * One of several plots of a sheet.
 *
 * @param title above it; may be empty
 * @param notes below the title, a line each where it fits
 * @param plot nothing where there is nothing to draw; the notes then say why
 */
record Panel(String title, List<String> notes, Optional<XYPlot> plot) {

    static Panel of(String title, List<String> notes, XYPlot plot) {
        return new Panel(title, List.copyOf(notes), Optional.of(plot));
    }

    static Panel empty(String title, String reason) {
        return new Panel(title, List.of(reason.isEmpty() ? "nothing was measured" : reason), Optional.empty());
    }
}
