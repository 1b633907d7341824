package org.openchami.local;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.openchami.auth.testing.user.UserLogin;

/** Loads the tutorial, boots a node, asks as a user, and shows what the audit logs say of it; each outcome is checked. */
record Demonstration(Layout layout, Addresses addresses, Progress progress, Parts parts, Http http) {
    private static final String USER = UserLogin.DEFAULT_USER;
    private static final int BOOTED_NID = 2;
    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(10);

    void run() {
        Tutorial tutorial = Tutorial.load();
        String token = progress.step("Log in at Hydra as " + USER,
                () -> UserLogin.token(URI.create(addresses.hydra()), URI.create(addresses.hydraAdmin()), USER));
        Loading loading = new Loading(http, addresses, tutorial, token);
        progress.step("Load five nodes into smd as " + USER, loading::nodes);
        progress.step("Load their boot parameters into bss as " + USER, loading::bootParameters);
        nodeBoot(new NodeBoot(http, addresses, tutorial, tutorial.node(BOOTED_NID)));
        hostList(new HostList(http, addresses, tutorial, USER, token));
        parts.check();
        progress.note("Each outcome was as expected.");
    }

    private void nodeBoot(NodeBoot boot) {
        Transaction transaction = open();
        String script = progress.step(boot.node().name() + " asks bss for its boot script, with no token", boot::script);
        Transaction.Records records = progress.step("Both audit logs say which node asked, and why",
                () -> transaction.recorded(NodeBoot.ROUTE, boot.expectedOfBss(), boot.expectedOfSmd()));
        progress.block("The script", script.lines().toList());
        show(records, "bss: the node's request", "smd: what bss read because of it, as itself");
    }

    private void hostList(HostList list) {
        Transaction transaction = open();
        progress.step(USER + " asks bss for the hosts", list::xnames);
        Transaction.Records records = progress.step("Both audit logs say that it was " + USER,
                () -> transaction.recorded(HostList.ROUTE, list.expectedOfBss(), list.expectedOfSmd()));
        show(records, "bss: the user's request", "smd: what bss read because of it, as that user");
    }

    private Transaction open() {
        return Transaction.open(parts, layout.auditLog("bss"), layout.auditLog("smd"), RECORDED_WITHIN);
    }

    private void show(Transaction.Records records, String bss, String smd) {
        progress.block("Audit log of " + bss, lines(records.bss()));
        progress.block("Audit log of " + smd, lines(records.smd()));
        progress.gap();
    }

    private static List<String> lines(List<AuditRecord> records) {
        return records.stream().map(AuditRecord::line).toList();
    }
}
