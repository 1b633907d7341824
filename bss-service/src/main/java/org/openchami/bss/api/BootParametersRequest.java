package org.openchami.bss.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.openchami.bss.domain.BootConfiguration;
import org.openchami.bss.domain.BootParameters;
import org.openchami.bss.domain.Mac;
import org.openchami.bss.domain.Xname;

/** Reads what clients send about boot parameters, and says precisely what is wrong with it. */
@Singleton
class BootParametersRequest {
    private final Json json;

    BootParametersRequest(Json json) {
        this.json = json;
    }

    /** What a GET asks for, in its query, its body or both. */
    BootParameters asked(List<String> mac, List<String> name, List<String> nid, String body) {
        BootParameters inBody = body.isEmpty() ? new BootParameters(null, null, null, BootConfiguration.NONE) : json.bootParameters(body);
        BootParameters asked = new BootParameters(both(inBody.hosts(), QueryList.values(name)), both(inBody.macs(), QueryList.values(mac)),
                both(inBody.nids(), QueryList.nids(nid)), inBody.configuration());
        if (kinds(asked).isEmpty()) {
            throw ProblemException.badRequest("No specified data requested");
        }
        return asked;
    }

    ProblemException notFound(BootParameters asked) {
        List<String> kinds = kinds(asked);
        int last = kinds.size() - 1;
        return ProblemException.notFound("Cannot find boot parameters for requested " + String.join(", ", kinds.subList(0, last))
                + (last > 0 ? " or " : "") + kinds.get(last));
    }

    /** What is to be stored: valid MACs, and somebody to store it for. */
    BootParameters checked(String body) {
        BootParameters given = json.bootParameters(body);
        given.macs().stream().filter(mac -> !Mac.isColonForm(mac)).findFirst().ifPresent(mac -> {
            throw ProblemException.badRequest("Bad Request: invalid MAC address format: " + mac);
        });
        if (given.selectors().isEmpty()) {
            throw ProblemException.badRequest("Bad Request: need hosts, macs, or nids");
        }
        return given;
    }

    /** New parameters need a kernel, and hosts that are nodes. */
    void checkNodes(BootParameters given) {
        given.hosts().stream().filter(host -> Xname.node(host).isEmpty()).findFirst().ifPresent(host -> {
            throw ProblemException.badRequest("Bad Request: invalid xname: " + host);
        });
        if (!given.configuration().boots()) {
            throw ProblemException.badRequest("Bad Request: kernel URI cannot be blank");
        }
    }

    private static List<String> kinds(BootParameters asked) {
        List<String> kinds = new ArrayList<>();
        if (!asked.hosts().isEmpty()) {
            kinds.add("Hosts");
        }
        if (!asked.macs().isEmpty()) {
            kinds.add("MACs");
        }
        if (!asked.nids().isEmpty()) {
            kinds.add("NIDs");
        }
        if (!asked.configuration().kernel().isEmpty()) {
            kinds.add("kernel");
        }
        if (!asked.configuration().initrd().isEmpty()) {
            kinds.add("initrd");
        }
        return kinds;
    }

    private static <T> List<T> both(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }
}
