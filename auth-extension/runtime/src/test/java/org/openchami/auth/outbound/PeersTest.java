package org.openchami.auth.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.PeerRefusedException;
import org.openchami.auth.config.Configured;

class PeersTest {
    private final Peers peers = new Peers(Configured.with("openchami.auth.registration.url", "http://hydra:4445",
            "openchami.auth.peers.smd.url", "http://smd.cluster:27779", "openchami.auth.peers.plain.url", "http://plain",
            "openchami.auth.peers.secure.url", "https://secure"));

    private String at(String address) {
        return peers.at(URI.create(address)).name();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://smd.cluster:27779", "http://smd.cluster:27779/hsm/v2/State/Components?type=Node",
            "HTTP://SMD.cluster:27779/"})
    void anAddressAtAPeersOriginIsThatPeers(String address) {
        assertThat(at(address)).isEqualTo("smd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://plain/x", "http://plain:80/x"})
    void thePortOfHttpMayBeLeftOut(String address) {
        assertThat(at(address)).isEqualTo("plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://secure/x", "https://secure:443/x"})
    void thePortOfHttpsMayBeLeftOut(String address) {
        assertThat(at(address)).isEqualTo("secure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://smd.cluster", "http://smd.cluster:27778/", "https://smd.cluster:27779/",
            "http://smd.cluster.evil:27779/",
            "http://evil.smd.cluster:27779/", "http://smd.cluster.:27779/", "http://smd:27779/", "http://evil/smd.cluster:27779",
            "http://smd.cluster@evil:27779/", "http://user@smd.cluster:27779/", "http://smd.cluster:27779@evil/",
            "http://evil#smd.cluster:27779",
            "https://plain/", "https://plain:80/", "http://secure:443/", "ftp://plain/", "//smd.cluster:27779/", "/hsm/v2",
            "http://smd_cluster:27779/", "http://169.254.169.254/"})
    void anyOtherAddressIsNobodys(String address) {
        assertThatExceptionOfType(PeerRefusedException.class).isThrownBy(() -> at(address)).withMessageContaining("openchami.auth.peers");
    }

    @Test
    void theRefusalHoldsNeitherPathNorQueryNorUser() {
        assertThatExceptionOfType(PeerRefusedException.class).isThrownBy(() -> at("http://s3cret@evil/s3cret?s3cret"))
                .withMessageNotContaining("s3cret");
    }
}
