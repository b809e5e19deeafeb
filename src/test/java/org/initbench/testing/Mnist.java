package org.initbench.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initbench.data.DataFolders;

/**
 * Where tests find MNIST: in the folder that the system property {@code mnist.dir} names. Nothing is downloaded. Where any four
 * files of that form will do, there are those of the test resources.
 */
public final class Mnist {

    private static final Path FOLDER = Path.of(System.getProperty("mnist.dir", "../shared/data/mnist"));

    /** Thirty drawn digits in MNIST's form: 20 to learn from, 10 to be tested on. */
    public static final Path DRAWN = Path.of("src", "test", "resources", "drawn-digits");

    /** For the data of a trial; without MNIST where the folder is not there. */
    public static final DataFolders FOLDERS = new DataFolders(List.of(FOLDER), Path.of("target", "no-cache"), false);

    private Mnist() {}

    /** Skips the test where it is not there, and says so. */
    public static void require() {
        boolean present = Files.isDirectory(FOLDER);
        if (!present) {
            System.err.println("SKIPPED: there is no MNIST in " + FOLDER + "; name its folder by -Dmnist.dir");
        }
        assumeTrue(present);
    }
}
