package org.initbench.config;

import java.util.ArrayList;
import java.util.List;

/** Splits a list at its commas, leaving those inside brackets to the element that they belong to. */
public final class TopLevelCommas {

    private TopLevelCommas() {}

    /** The elements, trimmed; empty ones are left out. */
    public static List<String> split(String list) {
        List<String> elements = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            switch (list.charAt(i)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                case ',' -> {
                    if (depth <= 0) {
                        elements.add(list.substring(start, i).trim());
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        elements.add(list.substring(start).trim());
        elements.removeIf(String::isEmpty);
        return elements;
    }
}
