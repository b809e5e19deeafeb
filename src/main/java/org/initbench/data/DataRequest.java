package org.initbench.data;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * What a trial asks a scenario's data for.
 *
 * @param studySeed from which seeds are derived
 * @param repetition from 0
 * @param type of the network's parameters
 * @param folders where files are looked for
 */
public record DataRequest(long studySeed, int repetition, DataType type, DataFolders folders) {}
