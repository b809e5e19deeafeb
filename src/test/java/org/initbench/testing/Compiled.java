package org.initbench.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles programs that tests write. */
public final class Compiled {

    private Compiled() {}

    /** Puts the classes of a source file into a folder; what the compiler says against it fails the test. */
    public static void into(Path folder, Path source, String classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        boolean isCompiled = compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of("-cp", classPath, "-d", folder.toString(), "-proc:none"),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
                .call();
        assertThat(isCompiled).as(messages.toString()).isTrue();
    }
}
