package org.initbench.plot;

/**
 * A picture that was written.
 *
 * @param fileName in the folder of the pictures
 * @param title what it shows, in one line
 * @param description how to read it, in a few sentences; serves as caption and as text for those who cannot see it
 */
public record Picture(String fileName, String title, String description) {}
