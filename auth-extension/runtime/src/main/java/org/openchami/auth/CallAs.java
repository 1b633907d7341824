package org.openchami.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in whose name the calls of a MicroProfile REST client are made, for the whole client or for one method (the method wins).
 * The client may then talk only to a peer of {@code openchami.auth.peers}; its address is that peer's {@code url}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CallAs {
    Caller value();
}
