package org.initbench.plot;

import ar.com.hjg.pngj.FilterType;
import ar.com.hjg.pngj.ImageInfo;
import ar.com.hjg.pngj.ImageLineByte;
import ar.com.hjg.pngj.PngWriter;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.OutputStream;

/**
 * Writes a picture as PNG without transparency. Charts are areas of one colour, which deflate packs well without a filter and
 * at a low level; the JDK's writer, which tries all filters on every row, takes twice as long for files that are no smaller.
 */
final class PngFile {

    private static final int BITS = 8;
    private static final int LEVEL = 3;

    private PngFile() {}

    /** All of a picture of {@code TYPE_INT_RGB}; the stream stays open. */
    static void write(BufferedImage image, OutputStream out) {
        PngWriter writer = new PngWriter(out, new ImageInfo(image.getWidth(), image.getHeight(), BITS, false));
        writer.setShouldCloseStream(false);
        writer.setFilterType(FilterType.FILTER_NONE);
        writer.setCompLevel(LEVEL);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        ImageLineByte row = new ImageLineByte(writer.imgInfo);
        byte[] line = row.getScanlineByte();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0, channel = 0; x < image.getWidth(); x++) {
                int pixel = pixels[y * image.getWidth() + x];
                line[channel++] = (byte) (pixel >> (2 * BITS));
                line[channel++] = (byte) (pixel >> BITS);
                line[channel++] = (byte) pixel;
            }
            writer.writeRow(row, y);
        }
        writer.end();
    }
}
