package org.initbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of packages in {@code docs/design.md}: who uses whom, and that nothing goes in circles. */
class ArchitectureTest {

    private static final String ROOT = "org.initbench.";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|[^|\\n]*\\| ([^|\\n]+) \\| (yes|) ?\\|$");
    private static final Pattern DL4J = Pattern.compile("org\\.(deeplearning4j|nd4j|bytedeco)\\..*");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.initbench", "org.nd4j.nativeblas");

    /** What a package uses. */
    private record Uses(SortedSet<String> packages, boolean dl4j) {

        static Uses of(MatchResult row) {
            SortedSet<String> names = Stream.of(row.group(2).split(", "))
                    .filter(name -> !name.equals("–"))
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Uses(names, row.group(3).equals("yes"));
        }

        static Uses of(String itself, Stream<JavaClass> used) {
            SortedSet<String> names = new TreeSet<>();
            boolean dl4j = false;
            for (JavaClass each : used.toList()) {
                String packageName = each.getBaseComponentType().getPackageName();
                dl4j |= DL4J.matcher(packageName + ".").matches();
                if (packageName.startsWith(ROOT)) {
                    names.add(packageName.substring(ROOT.length()));
                }
            }
            names.remove(itself);
            return new Uses(names, dl4j);
        }
    }

    @Test
    void theTableOfTheDesignHasExactlyTheArrowsThatExist() throws IOException {
        Map<String, Uses> table = ROW.matcher(Files.readString(Path.of("docs/design.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), Uses::of, (a, b) -> a, TreeMap::new));
        Map<String, Uses> built = new TreeMap<>();
        CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith(ROOT))
                .collect(Collectors.groupingBy(type -> type.getPackageName().substring(ROOT.length())))
                .forEach((name, types) -> built.put(
                        name,
                        Uses.of(
                                name,
                                types.stream()
                                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                                        .map(dependency -> dependency.getTargetClass()))));
        assertThat(built).isEqualTo(table);
    }

    @Test
    void thereAreNoCyclesBetweenPackages() {
        slices().matching("org.initbench.(*)..").should().beFreeOfCycles().check(CLASSES);
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
