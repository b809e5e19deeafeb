package org.initbench.networkfile;

import java.io.Serial;

/** Why a network file is not read: what follows the file's name in the sentence that the user gets. */
final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
