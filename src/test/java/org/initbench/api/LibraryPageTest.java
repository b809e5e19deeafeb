package org.initbench.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.nio.file.Path;
import org.initbench.testing.PageExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a page whose program does not compile, or does not run. */
class LibraryPageTest {

    @TempDir
    private Path folder;

    @Test
    void theProgramOfThePageRuns() throws Exception {
        PageExample page = PageExample.of("library.md");
        Path run = folder.resolve("run");
        try (URLClassLoader loader = page.compiled("Program", folder)) {
            loader.loadClass("com.example.Program")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {run.toString()});
        }
        assertThat(run.resolve("report.html")).isNotEmptyFile();
        assertThat(run.resolve("layers.csv")).isNotEmptyFile();
        assertThat(run.resolve("histograms.csv")).isNotEmptyFile();
    }
}
