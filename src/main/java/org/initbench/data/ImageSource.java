package org.initbench.data;

import java.util.Map;

/** Where an image set comes from, found but not read yet. Equal sources give equal images. */
interface ImageSource {

    /**
     * Reads or draws the images.
     *
     * @throws org.initbench.config.InvalidInputException if a file is damaged or does not belong to the others
     */
    ImageSet load();

    /** What the images are of: see {@link DataOrigin#checksums}. */
    Map<String, String> checksums();
}
