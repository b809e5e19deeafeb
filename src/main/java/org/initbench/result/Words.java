package org.initbench.result;

import java.util.List;

/** Parts of sentences. */
public final class Words {

    private Words() {}

    /** "a, b and c". */
    public static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /** "1 trial", "2 trials". */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
