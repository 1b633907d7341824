package org.openchami.bench.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How an application is started.
 *
 * @param first the request that it answers with 200 as soon as it is up
 */
public record Launch(String name, Path jar, Jdk jdk, List<String> jvm, Map<String, String> configuration, Get first) {}
