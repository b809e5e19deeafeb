package org.initbench.document;

import java.util.List;
import java.util.Optional;
import org.initbench.result.RunResults;

/** How a run compares with the published table that its study names. */
public sealed interface DocumentSection {

    /** The study names none. */
    record None() implements DocumentSection {}

    /** Its figures do not apply, for this reason. */
    record NotComparable(String reason) implements DocumentSection {}

    /** Printed figures beside measured ones. */
    record Compared(String source, String remark, List<DocumentRow> rows) implements DocumentSection {

        /** How many figures are judged. */
        public long judged() {
            return rows.stream().filter(row -> row.matches() != null).count();
        }

        /** How many of these agree. */
        public long matching() {
            return rows.stream()
                    .filter(row -> Boolean.TRUE.equals(row.matches()))
                    .count();
        }
    }

    /** What can be said of a run by the document of its study. */
    static DocumentSection of(RunResults run) {
        return Document.ofStudy(run.resolved())
                .map(document -> of(run, document))
                .orElseGet(None::new);
    }

    /** What can be said of a run by this document. */
    static DocumentSection of(RunResults run, Document document) {
        Optional<String> difference = document.difference(run.resolved());
        if (difference.isPresent()) {
            return new NotComparable(difference.get());
        }
        List<DocumentRow> rows = DocumentComparison.rows(document, run);
        return rows.isEmpty()
                ? new NotComparable("it has no figures for these initializers at these learning rates")
                : new Compared(document.source(), document.remark(), rows);
    }
}
