package org.initbench.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initbench.data.DataFolders;

/** Where tests find MNIST: in the folder that the system property {@code mnist.dir} names. Nothing is downloaded. */
public final class Mnist {

    private static final Path FOLDER = Path.of(System.getProperty("mnist.dir", "../shared/data/mnist"));

    /** For the data of a trial; without MNIST where the folder is not there. */
    public static final DataFolders FOLDERS = new DataFolders(List.of(FOLDER), Path.of("target", "no-cache"), false);

    private Mnist() {}

    /** Whether it is there. */
    public static boolean isPresent() {
        return Files.isDirectory(FOLDER);
    }
}
