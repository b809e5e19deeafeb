package org.initbench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the package table of the design: who may use whom, and that nothing goes in circles. */
class ArchitectureTest {

    private static final String ROOT = "org.initbench.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.initbench", "org.nd4j.nativeblas");

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("backend", Set.of()),
            Map.entry("random", Set.of()),
            Map.entry("config", Set.of()),
            Map.entry("result", Set.of()),
            Map.entry("theory", Set.of()),
            Map.entry("lean", Set.of()),
            Map.entry("network", Set.of("lean")),
            Map.entry("init", Set.of("network", "random", "theory")),
            Map.entry("conformance", Set.of("backend", "init", "network", "random", "result")),
            Map.entry("data", Set.of("random", "config")),
            Map.entry("scenario", Set.of("config", "data", "init", "network", "random")),
            Map.entry("probe", Set.of("network", "result")),
            Map.entry("stats", Set.of("result")),
            Map.entry("plot", Set.of("result", "stats")),
            Map.entry("advice", Set.of("init", "result", "scenario", "theory")),
            Map.entry("report", Set.of("advice", "result", "stats", "theory", "plot")),
            Map.entry(
                    "harness",
                    Set.of(
                            "backend",
                            "random",
                            "config",
                            "result",
                            "theory",
                            "network",
                            "init",
                            "data",
                            "scenario",
                            "probe",
                            "stats")),
            Map.entry("engine", Set.of("backend", "config", "data", "harness", "result", "scenario")),
            Map.entry(
                    "cli",
                    Set.of(
                            "advice",
                            "backend",
                            "random",
                            "config",
                            "result",
                            "init",
                            "data",
                            "scenario",
                            "probe",
                            "stats",
                            "plot",
                            "report",
                            "conformance",
                            "harness",
                            "engine")));

    private static final Set<String> WITHOUT_DL4J =
            Set.of("random", "config", "result", "theory", "stats", "plot", "report", "cli");

    static Set<String> packages() {
        return MAY_USE.keySet();
    }

    @Test
    void theTableNamesEveryPackage() {
        Set<String> packages = CLASSES.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()))
                .collect(Collectors.toSet());
        assertThat(packages).isEqualTo(packages());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyThoseThatTheTableAllows(String name) {
        List<String> allowed = new ArrayList<>(List.of(ROOT + name));
        MAY_USE.getOrDefault(name, Set.of()).forEach(other -> allowed.add(ROOT + other));
        classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(new String[0]))
                        .or(resideOutsideOfPackage("org.initbench..")))
                .check(CLASSES);
    }

    @Test
    void thereAreNoCyclesBetweenPackages() {
        slices().matching("org.initbench.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void whatNeedsNoDeeplearning4jDoesNotUseIt() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        WITHOUT_DL4J.stream().map(name -> ROOT + name).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }
}
