package org.openchami.auth.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openchami.auth.verify.AccessToken;

/** What the configuration lets those do whose token is good. */
class ClientRulesTest {
    private static final String CLIENT = "openchami.auth.clients.";
    private final Rights rights = rights();

    private static Rights rights(String... more) {
        String[] pairs = {CLIENT + "bss.scopes", "smd.read,smd.write", CLIENT + "bss.addresses", "mgmt,fd00::/8",
                "openchami.auth.networks.mgmt", "172.16.0.0/24,10.1.0.0/16", CLIENT + "css.scopes", "smd.read", CLIENT + "css.access",
                "read", CLIENT + "keycloak-bss.issuer", "login", "openchami.auth.issuers.login.issuer", "https://login.test",
                "openchami.auth.issuers.login.keys-url", "https://login.test/keys"};
        String[] all = new String[pairs.length + more.length];
        System.arraycopy(pairs, 0, all, 0, pairs.length);
        System.arraycopy(more, 0, all, pairs.length, more.length);
        return Granting.with(all);
    }

    private static String outcome(Admission admission) {
        return admission instanceof Admission.Refused refused
                ? refused.denial().code()
                : String.join(" ", ((Admission.Granted) admission).scopes().stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            // client | scopes of its token | method | address | scopes it has, or why it is refused
            "bss          | smd.read           | GET     | 172.16.0.9       | smd.read",
            "bss          | smd.read smd.write | GET     | 172.16.0.9       | smd.read smd.write",
            "bss          | smd.read smd.admin | GET     | 172.16.0.9       | smd.read",
            "bss          | smd.read.all       | GET     | 172.16.0.9       | ''",
            "bss          | ''                 | GET     | 172.16.0.9       | ''",
            "bss          | smd.read           | DELETE  | 10.1.255.255     | smd.read",
            "bss          | smd.read           | GET     | fd00::17         | smd.read",
            "bss          | smd.read           | GET     | ::ffff:10.1.2.3  | smd.read",
            "bss          | smd.read           | GET     | 172.16.1.9       | address",
            "bss          | smd.read           | GET     | fe80::1          | address",
            "bss          | smd.read           | GET     | ''               | address",
            "bss          | smd.read           | GET     | x1000c0s0b0n0    | address",
            "bss          | smd.read           | DELETE  | 192.0.2.1        | address",
            "css          | smd.read           | GET     | 192.0.2.1        | smd.read",
            "css          | smd.read           | HEAD    | 192.0.2.1        | smd.read",
            "css          | smd.read           | OPTIONS | 192.0.2.1        | smd.read",
            "css          | smd.read           | POST    | 192.0.2.1        | method_class",
            "css          | smd.read           | PUT     | 192.0.2.1        | method_class",
            "css          | smd.read           | PATCH   | 192.0.2.1        | method_class",
            "css          | smd.read           | DELETE  | 192.0.2.1        | method_class",
            "css          | smd.read           | get     | 192.0.2.1        | method_class",
            "css          | smd.read           | REPORT  | 192.0.2.1        | method_class",
            "evil         | smd.read           | GET     | 172.16.0.9       | unknown_client",
            "BSS          | smd.read           | GET     | 172.16.0.9       | unknown_client",
            "keycloak-bss | smd.read           | GET     | 172.16.0.9       | client_issuer"})
    void aServiceMayDoWhatOurConfigurationAndItsTokenBothSay(String client, String scopes, String method, String address, String expected) {
        AccessToken token = Tokens.service(client, scopes.isEmpty() ? new String[0] : scopes.split(" "));

        assertThat(outcome(rights.of(token).admit(Call.get().method(method).from(address)))).isEqualTo(expected);
    }

    @Test
    void aUserHasTheScopesOfTheTokenFromAnywhereAndForEveryMethod() {
        Admission admission = rights.of(Tokens.user("smd.read", "smd.write")).admit(Call.get().method("DELETE").from("192.0.2.1"));

        assertThat(admission).isEqualTo(new Admission.Granted(Set.of("smd.read", "smd.write")));
    }

    @Test
    void anUnknownClientHasNoScopesWhereItIsLetIn() {
        Rights lenient = rights("openchami.auth.unknown-clients", "allow-without-scopes");

        assertThat(outcome(lenient.of(Tokens.service("evil", "smd.read")).admit(Call.get()))).isEmpty();
    }

    @Test
    void aKnownClientOfAnotherIssuerIsRefusedEvenThere() {
        Rights lenient = rights("openchami.auth.unknown-clients", "allow-without-scopes");

        assertThat(outcome(lenient.of(Tokens.service("keycloak-bss", "smd.read")).admit(Call.get()))).isEqualTo("client_issuer");
    }

    @Test
    void whatATokenGivesIsMadeOnceAndKept() {
        TokenRights of = rights.of(Tokens.service("css", "smd.read"));

        assertThat(of.admit(Call.get())).isSameAs(of.admit(Call.get().from("192.0.2.1")));
    }

    @Test
    void whatIsNotAllowedIsAnswered403() {
        Admission admission = rights.of(Tokens.service("evil")).admit(Call.get());

        assertThat(((Admission.Refused) admission).denial().kind()).isEqualTo(Denial.Kind.NOT_ALLOWED);
    }
}
