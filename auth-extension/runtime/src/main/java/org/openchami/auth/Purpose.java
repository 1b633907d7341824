package org.openchami.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why every call to a peer is made that serves this resource method: a short dotted word such as {@code boot.script}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Purpose {
    /** What a purpose must look like. */
    String FORM = "[a-z0-9][a-z0-9.-]{0,63}";

    String value();
}
