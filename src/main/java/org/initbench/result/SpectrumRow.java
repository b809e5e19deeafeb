package org.initbench.result;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

/**
 * One singular value.
 *
 * @param iteration at which the network was as it is measured
 * @param layer position among the layers with weights, from 0; of a Jacobian, of the layer whose output is differentiated
 * @param name DL4J's parameter name; of a Jacobian, the layer's name
 * @param quantity {@code weight}, or {@code jacobian}
 * @param index from 0, largest first
 * @param value of the matrix, at least 0
 * @param theoryMeanSquare what theory says of the mean of all the matrix's squared singular values; null where it says nothing
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record SpectrumRow(
        int iteration,
        int layer,
        String name,
        String quantity,
        int index,
        double value,
        @Nullable Double theoryMeanSquare) {}
