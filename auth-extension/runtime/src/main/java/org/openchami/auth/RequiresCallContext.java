package org.openchami.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A service that calls this resource must say for whom and why, in a signed {@code Call-Context}. A user who calls with a token of
 * their own needs none. What happens without one is {@code openchami.auth.context.mode}: refused with 403 by default. A context that does not hold is refused
 * everywhere, whether it was asked for or not.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresCallContext {}
