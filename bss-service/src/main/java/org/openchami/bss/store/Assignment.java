package org.openchami.bss.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.openchami.bss.domain.Selector;

/** Which configuration a host, MAC or NID boots. */
@Entity
@Table(name = "boot_assignment")
class Assignment {
    @EmbeddedId
    Key key;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "configuration")
    StoredConfiguration configuration;

    static Assignment of(Selector selector, StoredConfiguration configuration) {
        Assignment assignment = new Assignment();
        assignment.key = Key.of(selector);
        assignment.configuration = configuration;
        return assignment;
    }

    Selector selector() {
        return new Selector(key.kind(), key.name());
    }

    @Embeddable
    record Key(@Enumerated(EnumType.STRING) @Column(columnDefinition = "text") Selector.Kind kind, String name) {
        static Key of(Selector selector) {
            return new Key(selector.kind(), selector.name());
        }
    }
}
