package org.openchami.it.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.World;

/**
 * An answer of smd that lets nobody in, in the words of its clients' contract.
 *
 * @param challenge the WWW-Authenticate header, but for the address of the metadata that it ends with
 */
public record Refused(int status, String challenge, String body) {
    static final String PATH = "/hsm/v2/State/Components";
    public static final Refused NO_TOKEN = new Refused(401, "Bearer realm=\"smd\"", "no token found\n");
    public static final Refused INVALID_TOKEN = new Refused(401, "Bearer error=\"invalid_token\", "
            + "error_description=\"The token is malformed, expired, or not meant for this service\"", "token is unauthorized\n");
    public static final Refused INVALID_REQUEST = new Refused(400, "Bearer error=\"invalid_request\", "
            + "error_description=\"Send one Authorization header: Bearer and one token\"", "malformed authorization\n");
    public static final Refused INSUFFICIENT_SCOPE = new Refused(403, "Bearer error=\"insufficient_scope\", scope=\"smd.read\"",
            "insufficient scope\n");
    public static final Refused INSUFFICIENT_CONTEXT = new Refused(403, "Bearer error=\"insufficient_context\", "
            + "error_description=\"A service must say in a valid Call-Context for whom it calls, and why\"", "insufficient context\n");

    private static final Pattern METADATA = Pattern
            .compile(", resource_metadata=\"http://[a-z0-9.]+:[0-9]+/\\.well-known/oauth-protected-resource\"");

    static Call smd(World world) {
        return Call.to(world.smd().url(), PATH);
    }

    static Answer smd(World world, String token) {
        return smd(world).header("Authorization", "Bearer " + token).get();
    }

    /** Nothing more and nothing less. */
    public void is(Answer answer) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().allValues("WWW-Authenticate")).singleElement().asString().startsWith(challenge);
        assertThat(answer.header("WWW-Authenticate").substring(challenge.length())).matches(METADATA);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.header("Content-Type").toLowerCase(Locale.ROOT).replace(" ", "")).isEqualTo("text/plain;charset=utf-8");
        assertThat(names(answer.headers())).isSubsetOf("content-length", "content-type", "www-authenticate", "x-content-type-options");
    }

    private static TreeSet<String> names(HttpHeaders headers) {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        headers.map().keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }
}
