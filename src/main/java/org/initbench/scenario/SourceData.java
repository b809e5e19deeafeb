package org.initbench.scenario;

import java.util.Optional;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Section;
import org.initbench.data.DataFolders;
import org.initbench.data.DataOrigin;
import org.initbench.data.DataRequest;
import org.initbench.data.DataSource;
import org.initbench.data.Examples;
import org.initbench.data.ResolvedData;
import org.initbench.data.Sources;
import org.initbench.data.Task;
import org.initbench.data.TrialData;
import org.initbench.result.DataReading;

/**
 * A source and the form in which a network takes examples in.
 *
 * @param source of any form
 * @param form that the network needs
 */
record SourceData(DataSource source, Form form) {

    /** What a network takes in. */
    enum Form {
        /** (examples, features): pictures row by row, channel after channel. */
        FLAT,
        /** (examples, channels, height, width). */
        PICTURES,
        /** (examples, numbers, steps), or numbers of words, (examples, steps); labels of whole sequences, or of steps. */
        SEQUENCES,
        /** (examples, numbers, steps), with labels of whole sequences. */
        LABELED_SEQUENCES
    }

    /** The source that a {@code data} section names, or that of a name. */
    static SourceData read(Section data, String fallback, Form form) {
        return new SourceData(Sources.read(data, fallback), form);
    }

    /** The same where a study need not know that there are others: {@code source} is a key only where it is given. */
    static SourceData readOrOwn(Section data, String own, Form form) {
        return data.has(Sources.KEY) ? read(data, own, form) : new SourceData(Sources.read(own, data), form);
    }

    /**
     * Resolves the source.
     *
     * @throws InvalidInputException if that fails, or what it has does not fit
     */
    Optional<String> prepare(DataFolders folders) {
        ResolvedData resolved = source.resolve(folders);
        boolean isOfSequences = resolved.input() instanceof InputType.InputTypeRecurrent;
        boolean fits = form == Form.PICTURES ? resolved.isPictures() : isOfSequences == isOfSequences(form);
        if (!fits) {
            throw new InvalidInputException("data.source: this network takes "
                    + switch (form) {
                        case PICTURES -> "pictures";
                        case FLAT -> "rows of numbers, or pictures";
                        case SEQUENCES, LABELED_SEQUENCES -> "sequences";
                    }
                    + ", " + resolved.name() + " has " + resolved.form()
                    + "; give data of that form, or another network");
        }
        if (form == Form.LABELED_SEQUENCES && task() == Task.Kind.STEP_CLASSES) {
            throw new InvalidInputException("data.source: this network has one output for a whole sequence, and "
                    + resolved.name() + " has a label for each step; give data of that kind, or another network");
        }
        if (form == Form.LABELED_SEQUENCES && source.vocabulary().isPresent()) {
            throw new InvalidInputException("data.source: this network takes sequences of numbers, and "
                    + resolved.name() + " has words; give data of that kind, or another network");
        }
        return resolved.remarks().isEmpty() ? Optional.empty() : Optional.of(String.join("; ", resolved.remarks()));
    }

    private static boolean isOfSequences(Form form) {
        return form == Form.SEQUENCES || form == Form.LABELED_SEQUENCES;
    }

    DataOrigin origin(DataFolders folders) {
        return source.resolve(folders.withoutDownload()).origin();
    }

    Optional<DataReading> reading(DataFolders folders) {
        return source.resolve(folders.withoutDownload()).reading();
    }

    /** Nothing is downloaded here: what {@link #prepare} could not find is not asked for again by each trial. */
    TrialData data(DataRequest request) {
        TrialData data = source.resolve(request.folders().withoutDownload()).open(request);
        return form == Form.FLAT ? data.map(Examples::flat) : data;
    }

    Task.Kind task() {
        return source.task();
    }
}
