package org.initbench.testing;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.initbench.process.ChildJvm;

/** The example of a page in {@code docs}, as the page shows it. */
public record PageExample(String page) {

    /** The page of that file in {@code docs}. */
    public static PageExample of(String file) throws IOException {
        return new PageExample(Files.readString(Path.of("docs", file)));
    }

    /** The first code block of a language. */
    public String block(String language) {
        String opening = "```" + language + "\n";
        int start = page.indexOf(opening) + opening.length();
        return page.substring(start, page.indexOf("```", start));
    }

    /** All code blocks of a language. */
    public List<String> blocks(String language) {
        String opening = "```" + language + "\n";
        List<String> blocks = new ArrayList<>();
        for (int start = page.indexOf(opening); start >= 0; start = page.indexOf(opening, start + 1)) {
            int from = start + opening.length();
            blocks.add(page.substring(from, page.indexOf("```", from)));
        }
        return blocks;
    }

    /** A loader of the class that the first Java block declares, which is compiled into {@code folder}. */
    public URLClassLoader compiled(String simpleName, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(simpleName + ".java"), block("java"));
        Compiled.into(folder, file, ChildJvm.classPath());
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, PageExample.class.getClassLoader());
    }
}
