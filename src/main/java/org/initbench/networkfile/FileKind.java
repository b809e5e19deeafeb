package org.initbench.networkfile;

/** What a network file is, told by its content. */
public enum FileKind {
    DL4J_JSON("Deeplearning4j configuration, JSON"),
    DL4J_YAML("Deeplearning4j configuration, YAML"),
    DL4J_ZIP("Deeplearning4j model, zip"),
    KERAS_JSON("Keras model, JSON"),
    KERAS_H5("Keras model, HDF5"),
    KERAS_ZIP("Keras model, .keras");

    private final String description;

    FileKind(String description) {
        this.description = description;
    }

    /** For people. */
    public String description() {
        return description;
    }

    boolean isKeras() {
        return this == KERAS_JSON || this == KERAS_H5 || this == KERAS_ZIP;
    }
}
