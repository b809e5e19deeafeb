package org.initbench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against half a file under a whole file's name. */
class DurableFileTest {

    private final Path folder;

    DurableFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aFileIsThereOnceItIsCommitted() throws IOException {
        Path file = folder.resolve("table.csv");
        try (DurableFile durable = DurableFile.begin(file)) {
            durable.out().write('1');
            assertThat(file).doesNotExist();
            durable.commit();
            assertThat(file).hasContent("1");
        }
        assertThat(folder).isDirectoryContaining(each -> each.equals(file)).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void whatWasThereStaysWhenWritingFails() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "before");
        assertThatThrownBy(() -> DurableFile.write(file, out -> {
                    out.write('1');
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void leftoversOfOtherProcessesAreCleared() throws IOException {
        Path kept = Files.createFile(folder.resolve("table.csv"));
        Path left = Files.createFile(folder.resolve("table.csv.99.tmp"));
        DurableFile.clean(folder);
        assertThat(kept).exists();
        assertThat(left).doesNotExist();
    }
}
