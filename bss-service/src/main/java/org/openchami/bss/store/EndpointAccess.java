package org.openchami.bss.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** When a node last asked for something; seconds since 1970. */
@Entity
@Table(name = "endpoint_access")
class EndpointAccess {
    @EmbeddedId
    Key key;
    @Column(name = "last_epoch")
    long lastEpoch;

    static EndpointAccess of(Key key, long lastEpoch) {
        EndpointAccess access = new EndpointAccess();
        access.key = key;
        access.lastEpoch = lastEpoch;
        return access;
    }

    @Embeddable
    record Key(String name, String endpoint) {}
}
