package org.initbench.data;

/** Finds the images of a source, without reading them. */
@FunctionalInterface
interface ImageFinder {

    /**
     * The images that there are now.
     *
     * @throws org.initbench.config.InvalidInputException if they are not to be had
     */
    ImageChoice find(DataFolders folders);
}
