package org.openchami.auth.identity;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.openchami.auth.config.RegistrationConfig;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.Registrar;
import org.openchami.auth.secret.Secret;

/** All that is the same for every process of a service, and what must be true of it in the end. */
record SimWorld(SimTime time, Random random, SimStory story, SimSaidOnce once, SimStore store, SimClients clients, SimAuthority authority) {

    static SimWorld of(Random random) {
        SimTime time = new SimTime();
        SimSaidOnce once = new SimSaidOnce();
        SimClients clients = new SimClients(time, random, once);
        return new SimWorld(time, random, new SimStory(time), once, new SimStore(time, once), clients,
                new SimAuthority(time, random, clients, Duration.ofSeconds(30 + random.nextInt(120))));
    }

    Registrar registrar(Settings settings, AtomicBoolean alive) {
        boolean dynamic = settings.own().kind() == RegistrationConfig.Kind.DYNAMIC;
        return new SimAsked(dynamic ? new SimDynamic(authority, clients, once, alive) : new SimAdmin(authority, clients), store, clients,
                story);
    }

    /** Whether the authority has a client of ours as it stands in the store, and nothing is left to be done. */
    boolean settled() {
        StoredIdentity ours = store.content();
        return ours.former().isEmpty() && ours.client().filter(client -> !client.updating() && clients.has(client.id())
                && clients.get(client.id()).provenBy(ours.keys().current().kid())).isPresent();
    }

    void mustBeInOrder() {
        story.must(settled(), "something is left to be done: " + store.content() + ", there are " + clients.ids());
        story.must(once.unstored().isEmpty(), "never stored: " + once.unstored());
        story.must(clients.made() <= 1 + clients.takenAway() + once.lost().size(),
                clients.made() + " registrations, " + clients.takenAway() + " were taken away, lost is " + once.lost());
        StoredIdentity ours = store.content();
        if (settled()) {
            StoredClient client = ours.client().orElseThrow();
            Set<String> unknown = new HashSet<>(clients.ids());
            unknown.remove(client.id());
            unknown.removeAll(ours.orphans());
            unknown.removeAll(once.lost());
            story.must(unknown.isEmpty(), "clients that nobody knows of: " + unknown);
            mustBeManaged(client, ours);
        }
    }

    private void mustBeManaged(StoredClient client, StoredIdentity ours) {
        SimClients.Client there = clients.get(client.id());
        boolean managed = client.registrationAccessToken().map(Secret::reveal).filter(there.token()::equals).isPresent();
        boolean admin = client.id().equals(SimRun.SERVICE);
        story.must(admin || managed || once.lost().contains(there.token()), "what manages our client is forgotten");
        Set<String> kids = ours.keys().all().stream().map(SigningKey::kid).collect(Collectors.toSet());
        story.must(!admin && !managed || kids.equals(there.kids().get(ours.instance())),
                "the authority has " + there.kids() + ", we have " + kids);
    }
}
