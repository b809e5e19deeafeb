package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.initbench.testing.PageExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against a page whose example does not compile, or does something else than the page says. */
class AddingAnInitializerTest {

    @TempDir
    private Path folder;

    @Test
    void theExampleOfThePageCompilesAndDrawsWhatItPromises() throws Exception {
        withTheExample(() -> {
            NamedInitializer named = Catalog.parse("com.example.Rademacher(2)");
            assertThat(named.spec()).isEqualTo("com.example.Rademacher(gain=2)");
            for (Slot slot : TestSlots.all()) {
                Function<Slot, Draws> draws = Seeding.independent(1, 0).weights();
                double[] weights = named.initializer().weights(slot, draws.apply(slot));
                double magnitude = 2 / Math.sqrt(slot.fanIn());
                assertThat(weights).hasSize(slot.size()).containsOnly(magnitude, -magnitude);
                assertThat(named.initializer().variance(slot)).hasValue(4.0 / slot.fanIn());
                assertThat(Arrays.stream(weights).average().orElseThrow() / magnitude)
                        .as("5.5 standard errors: 4 false alarms in 10⁸")
                        .isCloseTo(0, within(5.5 / Math.sqrt(slot.size())));
            }
        });
    }

    @Test
    void mistakesInItsArgumentsAreToldLikeThoseOfTheCatalog() throws Exception {
        withTheExample(() -> {
            assertThat(Catalog.parse("com.example.Rademacher").spec()).isEqualTo("com.example.Rademacher");
            assertRefused(
                    "com.example.Rademacher(gain=-1)",
                    "com.example.Rademacher(gain=-1): gain is -1; give a number above 0");
            assertRefused(
                    "com.example.Rademacher(scale=1)",
                    "com.example.Rademacher(scale=1): com.example.Rademacher has no parameter scale");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.example.Nowhere | there is no class com.example.Nowhere on the class path",
                "java.lang.String | java.lang.String is not a public Initializer with a public static field TYPE, an InitializerType",
                "org.initbench.init.Orthogonal | org.initbench.init.Orthogonal is not a public Initializer with a public static field TYPE, an InitializerType",
                "org.initbench.init.AddingAnInitializerTest$Unready | org.initbench.init.AddingAnInitializerTest$Unready cannot be loaded (java.lang.IllegalStateException: not yet)",
                "org.initbench.init.AddingAnInitializerTest$Broken(1) | org.initbench.init.AddingAnInitializerTest$Broken(1): org.initbench.init.AddingAnInitializerTest$Broken failed: java.lang.UnsupportedOperationException: later",
            })
    void aClassThatIsNoInitializerIsRefusedInOneSentence(String spec, String message) {
        assertRefused(spec, message);
    }

    @Test
    void theProjectOfThePageNamesThisVersion() throws IOException {
        String coordinates = "<artifactId>initbench</artifactId>\n%s<version>0.1.0-SNAPSHOT</version>";
        assertThat(Files.readString(Path.of("pom.xml"))).contains(coordinates.formatted("  "));
        assertThat(PageExample.of("adding-an-initializer.md").block("xml"))
                .contains(coordinates.formatted("        "))
                .contains(coordinates.formatted("      "));
    }

    private void withTheExample(Runnable test) throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = PageExample.of("adding-an-initializer.md").compiled("Rademacher", folder)) {
            Thread.currentThread().setContextClassLoader(loader);
            test.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static void assertRefused(String spec, String message) {
        assertThatThrownBy(() -> Catalog.parse(spec))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage(message);
    }

    /** An initializer whose entry cannot be made. */
    public static final class Unready implements Initializer {

        public static final InitializerType TYPE = type();

        private static InitializerType type() {
            throw new IllegalStateException("not yet");
        }

        @Override
        public double[] weights(Slot slot, Draws draws) {
            return new double[slot.size()];
        }
    }

    /** An initializer that cannot be made. */
    public static final class Broken implements Initializer {

        public static final InitializerType TYPE = InitializerType.named("broken")
                .parameter("value", InitializerType.Parameter.Kind.NUMBER, null)
                .creates(arguments -> {
                    throw new UnsupportedOperationException("later");
                });

        @Override
        public double[] weights(Slot slot, Draws draws) {
            return new double[slot.size()];
        }
    }
}
