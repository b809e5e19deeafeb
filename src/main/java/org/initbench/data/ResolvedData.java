package org.initbench.data;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.result.DataReading;

/**
 * What a source came to on this machine: found, checked, and ready to be opened.
 *
 * @param name for the {@code dataset} column
 * @param input form of an example
 * @param task what is to be learned
 * @param origin what the data are beyond what the study says
 * @param remarks what the user should know of them, such as that other data stand in for them, in sentences
 * @param reading what was read, where the data come from files
 * @param opener makes the examples
 */
public record ResolvedData(
        String name,
        InputType input,
        Task task,
        DataOrigin origin,
        List<String> remarks,
        Optional<DataReading> reading,
        Opener opener) {

    /** Data of which there is nothing to read. */
    public ResolvedData(
            String name, InputType input, Task task, DataOrigin origin, List<String> remarks, Opener opener) {
        this(name, input, task, origin, remarks, Optional.empty(), opener);
    }

    /** Keeps its own remarks. */
    public ResolvedData {
        remarks = List.copyOf(remarks);
    }

    /** Makes examples. */
    @FunctionalInterface
    public interface Opener {

        /** The examples of one repetition, the same for every initializer. */
        TrialData open(DataRequest request);
    }

    /** Draws so many examples. */
    @FunctionalInterface
    interface Draw {

        /** Those of a split, {@code train} or {@code test}, whose generator is called so. */
        Examples of(String split, int count, DataRequest request);
    }

    /** What is made here, anew for each repetition, so many examples to train on and to be tested on. */
    static ResolvedData drawn(String name, InputType input, Task task, int train, int test, Draw draw) {
        return new ResolvedData(
                name,
                input,
                task,
                DataOrigin.NOTHING,
                List.of(),
                request -> new TrialData(
                        name, draw.of("train", train, request), Optional.of(draw.of("test", test, request))));
    }

    /** The examples of one repetition. */
    public TrialData open(DataRequest request) {
        return opener.open(request);
    }

    /** Whether examples are pictures: (channels, height, width). */
    public boolean isPictures() {
        return input instanceof InputType.InputTypeConvolutional;
    }

    /** What an example is, for people, as in {@code pictures of 3 x 32 x 32} or {@code 12 columns}. */
    public String form() {
        if (input instanceof InputType.InputTypeConvolutional pictures) {
            return "pictures of " + pictures.getChannels() + " x " + pictures.getHeight() + " x " + pictures.getWidth();
        }
        if (input instanceof InputType.InputTypeRecurrent sequences) {
            return "sequences of " + sequences.getSize() + ", " + sequences.getTimeSeriesLength() + " steps";
        }
        long columns = input.arrayElementsPerExample();
        return columns + (columns == 1 ? " column" : " columns");
    }
}
