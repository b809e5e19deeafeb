package org.initbench.theory;

/** Why theory says nothing; the message is a sentence for the user. */
public final class NoTheoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public NoTheoryException(String message) {
        super(message);
    }

    /** The message. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
