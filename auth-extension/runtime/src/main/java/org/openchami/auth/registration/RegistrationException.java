package org.openchami.auth.registration;

/** The authority would not register us as asked, or was not asked because it would not; says what, why, and the cure. */
public final class RegistrationException extends RuntimeException {

    /** What follows from a refusal. */
    public enum Kind {
        /** Asking again changes nothing until somebody acts. */
        REFUSED,
        /** We can no longer change our client. It may go on giving tokens; the next needed change takes a new one. */
        MANAGEMENT_LOST,
        /** The authority changes no client, whoever asks: a needed change takes a new one. */
        UNCHANGEABLE,
        /** There is no client to change. Decides nothing by itself. */
        NOT_THERE
    }

    private final Kind kind;

    RegistrationException(Kind kind, String what, String why, String cure) {
        super(what + ": " + why + ". Cure: " + cure, null, false, false);
        this.kind = kind;
    }

    RegistrationException(String what, String why, String cure) {
        this(Kind.REFUSED, what, why, cure);
    }

    public Kind kind() {
        return kind;
    }
}
