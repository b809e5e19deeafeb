package org.initbench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.initbench.process.ChildJvm.Ending.Exited;
import org.initbench.process.ChildJvm.Ending.Killed;
import org.junit.jupiter.api.Test;

/** Guards against a child that nobody stops, whose failure looks like success, or that knows other classes than we do. */
class ChildJvmTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    @Test
    void whatAChildPrintsComesBack() throws Exception {
        assertThat(exited("returns", "well")).isEqualTo(new Exited(0, "done well" + System.lineSeparator()));
    }

    @Test
    void anExceptionIsExitCodeOneWithItsMessage() throws Exception {
        assertThat(exited("throws").code()).isEqualTo(1);
        assertThat(exited("throws").output()).contains("IllegalStateException: out of luck");
    }

    @Test
    void exitCodesComeBack() throws Exception {
        assertThat(exited("exits").code()).isEqualTo(7);
        assertThat(exited("halts").code()).isEqualTo(134);
    }

    @Test
    void aChildThatDoesNotEndIsKilled() throws Exception {
        assertThat(child("sleeps").run(SHORT)).isEqualTo(new Killed(SHORT));
        assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void backendPropertiesReachTheChildAndOthersDoNot() throws Exception {
        System.setProperty("initbench.test", "passed on");
        System.setProperty("unrelated.test", "kept");
        try {
            assertThat(exited("shows", "initbench.test").output()).startsWith("passed on");
            assertThat(exited("shows", "unrelated.test").output()).startsWith("null");
        } finally {
            System.clearProperty("initbench.test");
            System.clearProperty("unrelated.test");
        }
    }

    /** A JVM that is killed runs no shutdown hooks, so the child has to notice by itself. */
    @Test
    void aChildEndsWithItsParent() throws Exception {
        long left = Long.parseLong(exited("leaves a child").output().strip());
        ProcessHandle.of(left).ifPresent(child -> assertThat(child.onExit().orTimeout(1, TimeUnit.MINUTES))
                .succeedsWithin(Duration.ofMinutes(1)));
    }

    /** As under {@code mvn exec:java}, where {@code java.class.path} is Maven's launcher. */
    @Test
    void theClassPathIsThatOfTheClassLoaderWhereItTells() throws Exception {
        Path classes = Path.of("target", "classes").toAbsolutePath();
        Path strange = Path.of("a folder with spaces").toAbsolutePath();
        URL[] urls = {classes.toUri().toURL(), strange.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Method classPath = loader.loadClass(ChildJvm.class.getName()).getDeclaredMethod("classPath");
            classPath.setAccessible(true);
            assertThat(classPath.invoke(null)).isEqualTo(classes + File.pathSeparator + strange);
        }
    }

    private static Exited exited(String... arguments) throws Exception {
        return (Exited) child(arguments).run(EndingMain.LONG);
    }

    private static ChildJvm child(String... arguments) {
        return new ChildJvm(EndingMain.class, List.of(arguments));
    }
}
