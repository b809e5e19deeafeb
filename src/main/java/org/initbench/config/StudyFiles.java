package org.initbench.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where studies are kept: {@code configs/} in the working directory first, then those that come with initbench. */
public final class StudyFiles {

    private static final String FOLDER = "configs";
    private static final String ENDING = ".yaml";

    private final Path local;

    /** Studies in {@code configs/} below {@code workingDirectory}, and the built-in ones. */
    public StudyFiles(Path workingDirectory) {
        this.local = workingDirectory.resolve(FOLDER);
    }

    /** The names of all studies, sorted. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(namesIn(local));
        names.addAll(builtIn());
        return names;
    }

    /**
     * The tree of a named study.
     *
     * @throws InvalidInputException if there is none of that name, or it is not YAML
     */
    public ObjectNode named(String name) {
        if (!names().contains(name)) {
            throw new InvalidInputException(
                    "scenario: there is no study named " + name + Suggestion.forUnknown(name, names()));
        }
        Path file = local.resolve(name + ENDING);
        if (Files.isRegularFile(file)) {
            return file(file);
        }
        String resource = "/" + FOLDER + "/" + name + ENDING;
        try (InputStream content = StudyFiles.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new InvalidInputException("scenario: cannot read " + resource);
            }
            return YamlFiles.mapping(resource, content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The tree in a file.
     *
     * @throws InvalidInputException if it cannot be read or is not YAML
     */
    public static ObjectNode file(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException("config: there is no file " + file);
        }
        try (InputStream content = Files.newInputStream(file)) {
            return YamlFiles.mapping(file.toString(), content);
        } catch (IOException unreadable) {
            throw new InvalidInputException("config: cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    private static Set<String> builtIn() {
        URL folder = StudyFiles.class.getResource("/" + FOLDER);
        if (folder == null) {
            return Set.of();
        }
        try {
            URI uri = folder.toURI();
            if (!uri.getScheme().equals("jar")) {
                return namesIn(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return namesIn(jar.getPath(FOLDER));
            }
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException("cannot list the built-in studies", unreadable);
        }
    }

    private static Set<String> namesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .forEach(name -> names.add(name.substring(0, name.length() - ENDING.length())));
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
