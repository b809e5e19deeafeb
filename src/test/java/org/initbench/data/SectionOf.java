package org.initbench.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.initbench.config.Problems;
import org.initbench.config.Section;

/** Sections written in YAML, and the sources that they name. */
final class SectionOf {

    /** Folders without any data. */
    static final DataFolders NOWHERE = new DataFolders(List.of(), Path.of("target", "no-cache"), false);

    private SectionOf() {}

    /** A {@code data} section. */
    static Section yaml(String yaml, Problems problems) {
        try {
            ObjectNode tree = (ObjectNode) Objects.requireNonNull(new ObjectMapper(new YAMLFactory()).readTree(yaml));
            return new Section("data", tree, problems);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a {@code data} section without mistakes comes to where these folders are searched. */
    static ResolvedData resolve(String yaml, Path... folders) {
        Problems problems = new Problems();
        Section section = yaml(yaml, problems);
        DataSource source = Sources.read(section, "auto");
        section.finish();
        problems.throwIfAny();
        return source.resolve(new DataFolders(List.of(folders), Path.of("target", "no-cache"), false));
    }
}
