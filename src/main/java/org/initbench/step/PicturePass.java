package org.initbench.step;

import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** A layer of {@link PicturePasses}, there and back. */
interface PicturePass {

    /** Where what comes of it lies. */
    memory result();

    /**
     * Goes back by calls that it adds.
     *
     * @param ofResult gradient of the result, which others may read too
     * @return gradient of what it was given; null where nothing asks for it
     */
    @Nullable
    memory goBack(memory ofResult, List<Runnable> calls);
}
