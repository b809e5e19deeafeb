package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.initbench.config.StudyFiles;
import org.initbench.init.Catalog;
import org.initbench.init.InitializerType;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents the files in {@code configs} from hiding a default, naming a field nobody reads, or failing in a smoke run. */
class ShippedStudiesTest {

    private static final Path FILES = Path.of("configs");

    static Stream<String> studies() {
        return new StudyFiles(Path.of("")).names().stream();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void aFileStatesEveryFieldThatItsStudyHasAndNoOther(String study) {
        Set<String> written = paths("", StudyFiles.file(FILES.resolve(study + ".yaml")));
        assertThat(written).isEqualTo(paths("", Plans.of(study).resolved()));
    }

    @ParameterizedTest
    @MethodSource("studies")
    void aQuickRunCanBePlannedAndIsNoLargerThanTheStudy(String study) {
        Plan quick = Plans.quick(study);
        assertThat(quick.trials())
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(Plans.of(study).trials().size());
        assertThat(quick.resolved()).isNotEqualTo(Plans.of(study).resolved());
    }

    @ParameterizedTest
    @MethodSource("studies")
    void allInitializersCanBePlanned(String study) {
        assertThat(Plans.withInitializers(study, "all").trials().stream()
                        .map(trial -> trial.key().init())
                        .distinct())
                .containsExactlyElementsOf(Catalog.types().stream()
                        .map(InitializerType::example)
                        .map(spec -> Catalog.parse(spec).spec())
                        .toList());
    }

    @Test
    void everyTrialHasANameOfItsOwn() {
        assertThat(studies().flatMap(study -> Plans.of(study).trials().stream()).map(Trial::key))
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    /** Paths of the values in a tree; the keys of a grid and of quick settings are the study's own affair. */
    private static Set<String> paths(String prefix, JsonNode mapping) {
        Set<String> paths = new TreeSet<>();
        mapping.properties().forEach(field -> {
            String path = prefix + field.getKey();
            boolean inner = field.getValue().isObject() && !path.equals("grid") && !path.equals("quick");
            paths.addAll(inner ? paths(path + ".", field.getValue()) : Set.of(path));
        });
        return paths;
    }
}
