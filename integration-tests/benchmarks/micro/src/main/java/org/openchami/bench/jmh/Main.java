package org.openchami.bench.jmh;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * JMH's command line, in the application's own JVM: the verifier is the container's. Whoever measures starts one JVM for each kind of
 * measurement, as JMH would.
 */
@QuarkusMain
public class Main implements QuarkusApplication {

    @Override
    public int run(String... arguments) throws Exception {
        new Runner(new CommandLineOptions(arguments)).run();
        return 0;
    }
}
