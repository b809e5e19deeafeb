package org.initbench.data;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.Section;
import org.initbench.random.Seeds;

/** {@link AddingProblem} by the {@code data} section of a study, drawn anew for each repetition. */
final class AddingData implements DataSource {

    private static final String NAME = "adding";

    private final int trainCount;
    private final int testCount;
    private final int length;

    AddingData(Section data) {
        trainCount = data.integer("train", 10_000, 1);
        testCount = data.integer("test", 1000, 1);
        length = data.integer("length", 40, 2);
    }

    @Override
    public Task.Kind task() {
        return Task.Kind.VALUES;
    }

    @Override
    public ResolvedData resolve(DataFolders folders) {
        return ResolvedData.drawn(
                NAME,
                InputType.recurrent(2, length),
                new Task(task(), List.of("sum")),
                trainCount,
                testCount,
                this::draw);
    }

    private Examples draw(String split, int count, DataRequest request) {
        return AddingProblem.draw(
                count, length, Seeds.generator(request.studySeed(), request.repetition(), split), request.type());
    }
}
