package org.initbench.data;

/** Where an image set comes from, found but not read yet. Equal sources give equal images. */
interface ImageSource {

    /**
     * Reads or draws the images.
     *
     * @throws org.initbench.config.InvalidInputException if a file is damaged or does not belong to the others
     */
    ImageSet load();
}
