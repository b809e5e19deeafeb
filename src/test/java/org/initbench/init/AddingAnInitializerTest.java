package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a page whose example does not compile, or does something else than the page says. */
class AddingAnInitializerTest {

    @TempDir
    private Path folder;

    @Test
    void theExampleOfThePageCompilesAndDrawsWhatItPromises() throws Exception {
        compile(javaBlock(Files.readString(Path.of("docs", "adding-an-initializer.md"))));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
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

    private static String javaBlock(String page) {
        int start = page.indexOf("```java\n") + "```java\n".length();
        return page.substring(start, page.indexOf("```", start));
    }

    private void compile(String source) throws Exception {
        Path file = Files.writeString(folder.resolve("Rademacher.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> options = List.of("-cp", classPath, "-d", folder.toString(), "-proc:none");
        boolean compiled = compiler.getTask(
                        messages,
                        null,
                        null,
                        options,
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }
}
