package org.openchami.bench.services;

import java.util.List;
import java.util.function.Supplier;

import org.openchami.bench.load.Get;
import org.openchami.bench.load.Target;

/**
 * One thing that is measured with and without authentication.
 *
 * @param requests made anew before each measurement, and sent to both services alike
 */
record Row(String name, Target open, Target secured, Supplier<List<Get>> requests) {}
