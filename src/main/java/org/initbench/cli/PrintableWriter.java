package org.initbench.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Takes control characters out of all that a command prints, so that no title, name or message out of a file can give orders to
 * the terminal. New lines and tabs stay.
 */
final class PrintableWriter extends FilterWriter {

    private PrintableWriter(Writer out) {
        super(out);
    }

    /** What is printed there goes on to {@code out}, line by line. */
    static PrintWriter to(Writer out) {
        return new PrintWriter(new PrintableWriter(out), true);
    }

    @Override
    public void write(int character) throws IOException {
        if (isPrinted(character)) {
            out.write(character);
        }
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        write(new String(characters, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        StringBuilder printed = new StringBuilder(length);
        text.chars()
                .skip(from)
                .limit(length)
                .filter(PrintableWriter::isPrinted)
                .forEach(character -> printed.append((char) character));
        out.write(printed.toString());
    }

    private static boolean isPrinted(int character) {
        return character == '\n' || character == '\t' || !Character.isISOControl(character);
    }
}
