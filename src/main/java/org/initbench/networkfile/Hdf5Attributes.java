package org.initbench.networkfile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The attributes of a Keras model's HDF5 file that describe the network; its weights are not looked at. */
final class Hdf5Attributes {

    private static final String MODEL = "model_config";
    private static final List<String> BESIDE = List.of("keras_version", "backend", "training_config");

    private Hdf5Attributes() {}

    /** The model's configuration, with the version and the backend that stand beside it. */
    static ObjectNode model(Path file) {
        try (HdfFile content = new HdfFile(file)) {
            String model = text(content, MODEL)
                    .orElseThrow(() -> new Refusal("it holds weights without a model (no attribute " + MODEL
                            + "); save the whole model, or to_json() of it"));
            ObjectNode tree = TextTree.json(model, "its " + MODEL);
            for (String name : BESIDE) {
                if (!tree.has(name)) {
                    text(content, name).ifPresent(value -> tree.put(name, value));
                }
            }
            return tree;
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException | StackOverflowError damaged) {
            throw new Refusal(
                    "it is no readable HDF5 file, perhaps cut short; save it again, or to_json() of the model");
        }
    }

    private static Optional<String> text(HdfFile content, String name) {
        Attribute attribute = content.getAttribute(name);
        if (attribute == null) {
            return Optional.empty();
        }
        if (attribute.getSizeInBytes() > BoundedText.MOST_BYTES) {
            throw new Refusal("its " + name + " is longer than any network; save to_json() of the model");
        }
        return Optional.of(attribute.getData()).filter(String.class::isInstance).map(String.class::cast);
    }
}
