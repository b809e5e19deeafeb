package org.initbench.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.init.Catalog;
import org.initbench.init.InitializerType;
import org.initbench.init.NamedInitializer;

/**
 * An initializer to audit.
 *
 * @param initializer as the catalog names it
 * @param source of the promise
 * @param promise what it promises of a shape
 */
record Subject(NamedInitializer initializer, String source, Function<Shape, Promise> promise) {

    private static final String DL4J = "dl4j";

    /** The catalog, each entry by its example, and every constant of DL4J's that needs no more than a name. */
    static List<Subject> all() {
        Stream<Subject> catalog = Catalog.types().stream()
                .filter(type -> !type.name().equals(DL4J))
                .map(Subject::of);
        Stream<Subject> constants = Arrays.stream(WeightInit.values())
                .filter(constant -> constant != WeightInit.DISTRIBUTION)
                .map(Subject::of);
        return Stream.concat(catalog, constants).toList();
    }

    static Subject of(InitializerType type) {
        NamedInitializer named = Catalog.parse(type.example());
        return new Subject(named, type.source(), shape -> Promise.of(named.initializer(), shape.slot()));
    }

    static Subject of(WeightInit constant) {
        NamedInitializer named = Catalog.parse(DL4J + "(" + constant + ")");
        return new Subject(named, Dl4jPromises.source(constant), shape -> Dl4jPromises.of(constant, shape));
    }

    /** The name of one of DL4J's constants without what the catalog puts around it, else the spec. */
    String shortName() {
        return initializer.spec().replaceFirst("^" + DL4J + "\\(constant=(.*)\\)$", "$1");
    }

    /** Whether it is one of DL4J's constants. */
    boolean isDl4j() {
        return initializer.spec().startsWith(DL4J);
    }
}
