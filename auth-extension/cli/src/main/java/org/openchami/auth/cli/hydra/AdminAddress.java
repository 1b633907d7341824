package org.openchami.auth.cli.hydra;

import java.net.URI;
import java.net.URISyntaxException;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where Hydra's admin API is: an option of every command that asks it. */
public final class AdminAddress {
    private static final String VARIABLE = "OPENCHAMI_AUTH_REGISTRATION_URL";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--admin", paramLabel = "URL", defaultValue = "${env:" + VARIABLE
            + "}", description = "Origin of Hydra's admin API, for example http://hydra:4445. Default: the environment variable "
                    + VARIABLE)
    private String url;

    public AdminApi api() {
        if (url == null || url.isBlank()) {
            throw new ParameterException(spec.commandLine(), "Where is Hydra's admin API? Give --admin URL, or set " + VARIABLE);
        }
        try {
            URI uri = new URI(url.strip().replaceAll("/+$", ""));
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return new AdminApi(uri);
            }
        } catch (URISyntaxException e) {
            // the same as an address of another kind
        }
        throw new ParameterException(spec.commandLine(), "--admin is no http or https address without user, query and fragment");
    }
}
