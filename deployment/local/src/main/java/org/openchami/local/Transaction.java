package org.openchami.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The audit records that one request caused in bss and in smd. Taken before the request; afterwards bss's record is
 * found by its route, and smd's by the transaction id that bss's has.
 */
record Transaction(Parts parts, AuditLog bss, AuditLog smd, long bssPlace, long smdPlace, Duration writtenWithin) {
    record Records(List<AuditRecord> bss, List<AuditRecord> smd) {}

    static Transaction open(Parts parts, AuditLog bss, AuditLog smd, Duration writtenWithin) {
        return new Transaction(parts, bss, smd, bss.end(), smd.end(), writtenWithin);
    }

    /** @throws LocalFailure if one of the two did not record the request, or not as expected */
    Records recorded(String route, Map<String, String> expectedOfBss, Map<String, String> expectedOfSmd) {
        parts.await("Waiting for bss's audit record of " + route, writtenWithin, () -> id(route).isPresent());
        String id = id(route).orElseThrow();
        return new Records(checked(bss, bssPlace, id, expectedOfBss), checked(smd, smdPlace, id, expectedOfSmd));
    }

    private Optional<String> id(String route) {
        return bss.since(bssPlace).stream()
                .filter(audited -> audited.at("/http/route").equals(route))
                .map(AuditRecord::transaction)
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    /** A record is written when its answer has gone out, so it may come a moment after the answer. */
    private List<AuditRecord> checked(AuditLog log, long place, String id, Map<String, String> expected) {
        boolean right = parts.within(writtenWithin, () -> of(log, place, id).stream().anyMatch(audited -> audited.says(expected)));
        List<AuditRecord> records = of(log, place, id);
        if (records.isEmpty()) {
            throw new LocalFailure(log.service() + " has no audit record of transaction " + id + ".");
        }
        if (!right) {
            AuditRecord last = records.get(records.size() - 1);
            throw new LocalFailure(log.service() + "'s audit record is not as expected: it has " + last.differences(expected)
                    + " where " + expected + " was expected.\n    " + last.line());
        }
        return records;
    }

    private static List<AuditRecord> of(AuditLog log, long place, String id) {
        return log.since(place).stream().filter(audited -> audited.transaction().equals(id)).toList();
    }
}
