package org.openchami.it.world;

import java.net.URI;
import java.util.UUID;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;

/**
 * One request without a token, as a booting node sends it.
 *
 * @param trace the W3C trace id under which bss recorded it
 */
public record NodeCall(Answer answer, String trace) {
    /** The node asks for its script by its MAC, through the gateway on this machine that says where it comes from. */
    public static NodeCall boot(World world, Tutorial.Node node) {
        return forwardedFor(world, "/boot/v1/bootscript?mac=" + node.mac(), node.ip());
    }

    /** Through the gateway, whose whole {@code X-Forwarded-For} is given. */
    public static NodeCall forwardedFor(World world, String path, String forwardedFor) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        return new NodeCall(call(world.bss().url(), path, trace).header("X-Forwarded-For", forwardedFor).get(), trace);
    }

    /** Straight from this machine. */
    public static NodeCall direct(World world, String path) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        return new NodeCall(call(world.bss().url(), path, trace).get(), trace);
    }

    /**
     * A node that smd does not know asks in a form in which bss may say that it can't tell: it must ask smd with its own token.
     *
     * @param number of the node; one that was asked for a moment ago may get the answer of then
     */
    public static Answer withToken(World world, int number) {
        return direct(world, "/boot/v1/bootscript?json=1&mac=52:54:00:dd:%02x:%02x".formatted(number / 256 % 256, number % 256)).answer();
    }

    private static Call call(URI service, String path, String trace) {
        return Call.to(service, path).header("traceparent", "00-" + trace + "-0000000000000001-01");
    }
}
