package org.openchami.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The audit records that one request caused in bss and in smd. Taken before the request; afterwards bss's record is
 * found by its route, and smd's by the transaction id that bss's has.
 */
record Transaction(Parts parts, AuditLog bss, AuditLog smd, long bssPlace, long smdPlace) {
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(10);

    record Records(List<AuditRecord> bss, List<AuditRecord> smd) {}

    static Transaction open(Parts parts, AuditLog bss, AuditLog smd) {
        return new Transaction(parts, bss, smd, bss.end(), smd.end());
    }

    /** @throws LocalFailure if one of the two did not record the request, or not as expected */
    Records recorded(String route, Map<String, String> expectedOfBss, Map<String, String> expectedOfSmd) {
        parts.await("Waiting for bss's audit record of " + route, WRITTEN_WITHIN, () -> id(route).isPresent());
        String id = id(route).orElseThrow();
        parts.await("Waiting for smd's audit record of transaction " + id, WRITTEN_WITHIN, () -> !of(smd, smdPlace, id).isEmpty());
        return new Records(checked(bss, bssPlace, id, expectedOfBss), checked(smd, smdPlace, id, expectedOfSmd));
    }

    private Optional<String> id(String route) {
        return bss.since(bssPlace).stream()
                .filter(audited -> audited.at("/http/route").equals(route))
                .map(AuditRecord::transaction)
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    private static List<AuditRecord> checked(AuditLog log, long place, String id, Map<String, String> expected) {
        List<AuditRecord> records = of(log, place, id);
        if (records.stream().noneMatch(audited -> audited.says(expected))) {
            AuditRecord first = records.get(0);
            throw new LocalFailure(log.service() + "'s audit record is not as expected: it has " + first.differences(expected)
                    + " where " + expected + " was expected.\n    " + first.line());
        }
        return records;
    }

    private static List<AuditRecord> of(AuditLog log, long place, String id) {
        return log.since(place).stream().filter(audited -> audited.transaction().equals(id)).toList();
    }
}
