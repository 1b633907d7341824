package org.openchami.bss.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.bss.domain.BootConfiguration;
import org.openchami.bss.domain.Selector;
import org.openchami.bss.store.BootStore;

import io.vertx.mutiny.sqlclient.Pool;

/** The service's state as tests set and see it. */
@Singleton
public class World {
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    @Inject
    Pool database;
    @Inject
    BootStore store;
    @Inject
    TestClock clock;

    /** Nothing stored, nothing known, and everything held before is too old to be used. */
    public void reset() {
        clock.advance(Duration.ofDays(2));
        SmdStub.get().clear();
        for (String table : List.of("boot_assignment", "boot_configuration", "endpoint_access")) {
            database.query("delete from " + table).execute().await().atMost(ENOUGH);
        }
    }

    public void store(String host, String kernel, String initrd, String params) {
        put(List.of(Selector.host(host)), kernel, initrd, params);
    }

    public void store(List<String> macs, String kernel, String initrd, String params) {
        put(macs.stream().map(Selector::mac).toList(), kernel, initrd, params);
    }

    public void forget(List<String> macs) {
        store.remove(macs.stream().map(Selector::mac).toList()).await().atMost(ENOUGH);
    }

    /** All boot parameters. */
    public List<Object> everything() {
        return new ArrayList<>(store.all().await().atMost(ENOUGH));
    }

    /** How many configurations are kept, however many share them. */
    public long configurations() {
        return database.query("select count(*) from boot_configuration").execute().await().atMost(ENOUGH).iterator().next().getLong(0);
    }

    private void put(List<Selector> selectors, String kernel, String initrd, String params) {
        store.put(selectors, new BootConfiguration(kernel, initrd, params, null)).await().atMost(ENOUGH);
    }
}
