package org.openchami.bss.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import jakarta.inject.Singleton;

import org.openchami.bss.domain.BootConfiguration;
import org.openchami.bss.domain.CloudInit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Between a configuration and its row. Equal configurations get equal rows: the digest is taken over all of it, with sorted keys. */
@Singleton
class ConfigurationFormat {
    private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    StoredConfiguration write(BootConfiguration configuration) {
        try {
            StoredConfiguration row = new StoredConfiguration();
            row.kernel = configuration.kernel();
            row.initrd = configuration.initrd();
            row.params = configuration.params();
            row.cloudInit = json.writeValueAsString(configuration.cloudInit());
            row.digest = digest(json.writeValueAsString(List.of(row.kernel, row.initrd, row.params, row.cloudInit)));
            return row;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("boot configuration can't be written as JSON", e);
        }
    }

    BootConfiguration read(StoredConfiguration row) {
        try {
            return new BootConfiguration(row.kernel, row.initrd, row.params, json.readValue(row.cloudInit, CloudInit.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cloud_init of boot configuration " + row.digest + " isn't what was written", e);
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
