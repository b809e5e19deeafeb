package org.initbench.trial;

import java.nio.file.Path;
import java.util.Map;
import org.initbench.config.StudyFiles;
import org.initbench.data.DataFolders;
import org.initbench.scenario.Scenarios;

/** Studies cut short, evaluation and all in the proportions of the study. */
enum BenchWorkload {
    MOONS("moons", "training.iterations=3000"),
    MNIST("mnist", "training.batchSize=128,data.train=12800,data.test=2000"),
    MNIST_DEEP(
            "mnist-deep",
            "data.train=6400,data.test=1000,training.epochs=4,training.updater={name: adam},training.clip.perParameterL2=0,"
                    + "training.learningRate=0.001"),
    CNN("cnn", "data.source=shapes,data.train=1280,data.test=400"),
    RNN("rnn", ""),
    LSTM(
            "lstm",
            "grid={},network.units=128,data.length=20,data.train=1600,data.test=400,training.batchSize=32,training.epochs=5"),
    RESIDUAL(
            "resnet",
            "grid={},network.blocks=1,network.channels=32,network.stride=1,network.scalars=false,data.source=shapes,"
                    + "data.train=640,data.test=200");

    private final String study;
    private final String changes;

    BenchWorkload(String study, String changes) {
        this.study = study;
        this.changes = changes;
    }

    Trial trial(DataFolders folders, String more) {
        String all = changes + (changes.isEmpty() || more.isEmpty() ? "" : ",") + more;
        StudyRequest request = new StudyRequest(study, null, null, false, Map.of(), all, "he_normal");
        return new Planner(new StudyFiles(Path.of("")), Scenarios.builtIn(), folders)
                .plan(request)
                .trials()
                .get(0);
    }
}
