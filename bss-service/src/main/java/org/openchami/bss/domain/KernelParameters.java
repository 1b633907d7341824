package org.openchami.bss.domain;

import java.util.ArrayList;
import java.util.List;

/** The kernel's command line: the stored parameters, and what a node needs to find itself, each only where the stored ones don't say. */
public record KernelParameters(List<String> tokens) {

    public KernelParameters {
        tokens = List.copyOf(tokens);
    }

    public static KernelParameters of(String stored) {
        return new KernelParameters(List.of(stored.split(" ", -1)));
    }

    /** Adds {@code name=value} unless a parameter of that name is there. */
    public KernelParameters with(String name, String value) {
        if (tokens.stream().anyMatch(token -> token.startsWith(name + "="))) {
            return this;
        }
        List<String> more = new ArrayList<>(tokens);
        more.add(name + "=" + value);
        return new KernelParameters(more);
    }

    /** Names the RAM disk as iPXE does, in front; a name that was there gives way, its blanks stay. */
    public KernelParameters withInitrd() {
        List<String> named = new ArrayList<>(tokens);
        named.replaceAll(token -> token.startsWith("initrd=") ? "" : token);
        named.add(0, "initrd=initrd");
        return new KernelParameters(named);
    }

    @Override
    public String toString() {
        return String.join(" ", tokens).trim();
    }
}
