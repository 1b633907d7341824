package org.openchami.auth.registration;

import org.openchami.auth.registration.RegistrationException.Kind;

/** Refusals of an authority that is played. */
public final class Refusals {

    private Refusals() {}

    /** One that says which kind it is. */
    public static RegistrationException of(Kind kind) {
        return new RegistrationException(kind, "The authority did not do it", kind.name(), "a cure");
    }

    public static RegistrationException notThere() {
        return new RegistrationException(Kind.NOT_THERE, "The authority did not change our client", "it has none", "none is needed");
    }

    public static RegistrationException managementLost() {
        return new RegistrationException(Kind.MANAGEMENT_LOST, "The authority does not show our client",
                "the registration access token is not good", "none is needed");
    }
}
