package org.openchami.auth.registration;

/** A client that an operator registered. */
public final class GivenOf {

    private GivenOf() {}

    public static Registrar operator() {
        return new Given();
    }
}
