package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.initbench.testing.PageExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a page whose example does not compile, or does something else than the page says. */
class AddingAnInitializerTest {

    @TempDir
    private Path folder;

    @Test
    void theExampleOfThePageCompilesAndDrawsWhatItPromises() throws Exception {
        try (URLClassLoader loader = PageExample.of("adding-an-initializer.md").compiled("Rademacher", folder)) {
            InitializerType type = (InitializerType) loader.loadClass("org.initbench.init.Rademacher")
                    .getField("TYPE")
                    .get(null);
            NamedInitializer named = new SpecParser(List.of(type)).parse("signs(2)");
            assertThat(named.spec()).isEqualTo("rademacher(gain=2)");
            for (Slot slot : TestSlots.all()) {
                double[] weights = Seeding.independent(1, 0).weights(named.initializer(), List.of(slot), 0);
                double magnitude = 2 / Math.sqrt(slot.fanIn());
                assertThat(weights).hasSize(slot.size()).containsOnly(magnitude, -magnitude);
                assertThat(named.initializer().variance(slot)).hasValue(4.0 / slot.fanIn());
                assertThat(Arrays.stream(weights).average().orElseThrow() / magnitude)
                        .as("5.5 standard errors: 4 false alarms in 10⁸")
                        .isCloseTo(0, within(5.5 / Math.sqrt(slot.size())));
            }
        }
    }
}
