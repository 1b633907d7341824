package org.openchami.bss.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** One configuration, never changed once written; {@code cloudInit} is JSON. */
@Entity
@Immutable
@Table(name = "boot_configuration")
class StoredConfiguration {
    @Id
    String digest;
    String kernel;
    String initrd;
    String params;
    @Column(name = "cloud_init")
    String cloudInit;
}
