package org.initbench.plot;

import java.awt.Color;

/** Colour scales that keep their order for every eye and in grey. */
final class Colors {

    static final Color MISSING = new Color(0xBBBBBB);

    /** Samples of cividis: Nuñez, Anderton and Renslow 2018. */
    private static final Color[] CIVIDIS = {
        new Color(0x00224E),
        new Color(0x123570),
        new Color(0x3B496C),
        new Color(0x575D6D),
        new Color(0x707173),
        new Color(0x8A8678),
        new Color(0xA59C74),
        new Color(0xC3B369),
        new Color(0xE1CC55),
        new Color(0xFEE838)
    };

    /** From blue over white to vermillion. */
    private static final Color[] DIVERGING = {
        new Color(0x00416A),
        new Color(0x0072B2),
        new Color(0x7FB8DA),
        Color.WHITE,
        new Color(0xEFAF80),
        new Color(0xD55E00),
        new Color(0x803800)
    };

    private Colors() {}

    /** 0 is dark, 1 is light. */
    static Color sequential(double share) {
        return Double.isNaN(share) ? MISSING : between(CIVIDIS, share);
    }

    /** −1 is blue, 0 is white, 1 is vermillion. */
    static Color diverging(double value) {
        return Double.isNaN(value) ? MISSING : between(DIVERGING, (value + 1) / 2);
    }

    /** Light enough for points on it, with a step at ½, where the decision changes. */
    static Color probability(double probability) {
        if (Double.isNaN(probability)) {
            return MISSING;
        }
        double side = probability < 0.5 ? -1 : 1;
        return diverging(side * (0.12 + 0.5 * Math.abs(probability - 0.5)));
    }

    /** Ink that can be read on a colour. */
    static Color inkOn(Color background) {
        double luminance = 0.299 * background.getRed() + 0.587 * background.getGreen() + 0.114 * background.getBlue();
        return luminance > 140 ? Color.BLACK : Color.WHITE;
    }

    private static Color between(Color[] colors, double share) {
        double place = Math.min(1, Math.max(0, share)) * (colors.length - 1);
        int index = Math.min(colors.length - 2, (int) place);
        double rest = place - index;
        Color low = colors[index];
        Color high = colors[index + 1];
        return new Color(
                mix(low.getRed(), high.getRed(), rest),
                mix(low.getGreen(), high.getGreen(), rest),
                mix(low.getBlue(), high.getBlue(), rest));
    }

    private static int mix(int low, int high, double share) {
        return (int) Math.round(low + share * (high - low));
    }
}
