package org.initbench.networkfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.initbench.config.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents a file of a stranger from taking the memory, the disk or the stack, and from naming the classes that are loaded. */
class HostileFilesTest {

    private static final String DENSE =
            """
            {"confs": [{"layer": {"@class": "%s", "layerName": "first", "nin": 2, "nout": 1}}]}""";

    @TempDir
    private Path folder;

    @Test
    void aZipBombIsNotUnpacked() throws IOException {
        Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("configuration.json"));
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int mib = 0; mib < 512; mib++) {
                zip.write(spaces);
            }
        }
        refusal(file).hasMessageContaining("its configuration.json has more than 32 MiB");
    }

    @Test
    void aPathInTheNameOfAnEntryLeadsNowhere() throws IOException {
        Path file = zip("../configuration.json", DENSE.formatted("org.deeplearning4j.nn.conf.layers.DenseLayer"));
        refusal(file).hasMessageContaining("has neither configuration.json nor config.json at its top");
    }

    @Test
    void aClassOutsideOfTheAllowedPackagesIsNotLoaded() throws IOException {
        refusal(write("layer.json", DENSE.formatted("com.example.Layer")))
                .hasMessageContaining("layer first is of class com.example.Layer, which is of no allowed package")
                .hasMessageContaining("-Dallow=com.example.");
        refusal(write("runtime.json", DENSE.formatted("java.lang.ProcessBuilder")))
                .hasMessageContaining("no allowed");
        refusal(write("shaded.json", DENSE.formatted("org.nd4j.shade.jackson.databind.ObjectMapper")))
                .hasMessageContaining("no allowed package");
    }

    @Test
    void aClassThatYamlNamesIsHeldToTheSameList() throws IOException {
        refusal(write("layer.yaml", "confs:\n- layer: !<javax.script.ScriptEngineManager> {nin: 2}\n"))
                .hasMessageContaining("javax.script.ScriptEngineManager, which is of no allowed package");
    }

    @Test
    void anAllowedClassThatIsNotThereIsNamed() throws IOException {
        refusal(write("own.json", DENSE.formatted("org.deeplearning4j.Own")))
                .hasMessageContaining("layer first is of class org.deeplearning4j.Own, which is not on the class path");
    }

    @Test
    void aPackageIsAllowedByTheUser() throws IOException {
        System.setProperty("allow", "com.other., com.example.");
        try {
            refusal(write("layer.json", DENSE.formatted("com.example.Layer")))
                    .hasMessageContaining("not on the class path");
        } finally {
            System.clearProperty("allow");
        }
    }

    @Test
    void aMillionLayersAreTooMany() throws IOException {
        refusal(write("many.json", "{\"confs\": [" + "{},".repeat(999_999) + "{}]}"))
                .hasMessageContaining("it has 1000000 layers");
        String keras = "{\"class_name\": \"Sequential\", \"config\": [%s{\"config\": {}}]}";
        refusal(write("many-keras.json", keras.formatted("{\"config\": {}},".repeat(99_999))))
                .hasMessageContaining("it has 100000 layers");
        refusal(write("more-keras.json", keras.formatted("{\"config\": {}},".repeat(999_999))))
                .hasMessageContaining("deeper or longer than any network");
    }

    @Test
    void deepNestingDoesNotTakeTheStack() throws IOException {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        refusal(write("deep.json", "{\"confs\": " + deep + "}"))
                .hasMessageContaining("deeper or longer than any network");
        refusal(write("deep.yaml", "confs: " + deep)).hasMessageContaining("cannot be used");
    }

    @Test
    void aFileThatIsCutShortIsToldSo() throws IOException {
        String whole = DENSE.formatted("org.deeplearning4j.nn.conf.layers.DenseLayer");
        refusal(write("cut.json", whole.substring(0, whole.length() - 5))).hasMessageContaining("perhaps cut short");
        byte[] zip = Files.readAllBytes(zip("configuration.json", whole));
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(zip, zip.length / 2));
        refusal(cut).hasMessageContaining("the archive cannot be opened, perhaps cut short");
        byte[] hdf5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0, 1, 2, 3};
        refusal(Files.write(folder.resolve("cut.h5"), hdf5)).hasMessageContaining("no readable HDF5 file");
    }

    @Test
    void whatIsNoNetworkIsToldWithWhatIs() throws IOException {
        refusal(write("empty.json", "")).hasMessageContaining("it is empty; give a Deeplearning4j configuration");
        refusal(write("list.json", "[1, 2]")).hasMessageContaining("holds no mapping");
        refusal(write("other.json", "{\"a\": 1}")).hasMessageContaining("describes no network");
        refusal(write("study.yaml", "scenario: moons")).hasMessageContaining("it is a study; run it by --config=FILE");
        refusal(write("none.json", "{\"confs\": []}")).hasMessageContaining("it has no layers");
        Path picture = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff});
        refusal(picture).hasMessageContaining("it is no text; give");
        refusal(folder.resolve("nowhere.json")).hasMessageContaining("nowhere.json cannot be read");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path zip(String entry, String text) throws IOException {
        Path file = folder.resolve("model.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(UTF_8));
        }
        return file;
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refusal(Path file) {
        return assertThatThrownBy(() -> NetworkFile.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(String.valueOf(file.getFileName()));
    }
}
