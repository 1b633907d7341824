package org.openchami.bench.report;

import java.util.List;

import io.vertx.core.json.JsonArray;

/**
 * What one part of the benchmark found.
 *
 * @param text its figures, in Markdown
 * @param samples every single one, for programs
 */
public record Finding(String title, String text, List<Goal> goals, JsonArray samples) {}
