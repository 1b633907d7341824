package org.openchami.auth.inbound;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses paths that two readers could read in two ways, before anybody reads them: matrix parameters, backslashes, dot segments, empty segments,
 * what comes encoded and is none of a segment's own (slash, backslash, semicolon, control characters), and what is encoded twice or badly. Path
 * policies were bypassed with them (CVE-2026-39852, CVE-2026-50559).
 */
@Singleton
class RawPathGuard {
    private static final int BEFORE_AUTHENTICATION = 900;

    void install(@Observes Filters filters) {
        filters.register(RawPathGuard::check, BEFORE_AUTHENTICATION);
    }

    private static void check(RoutingContext request) {
        String path = request.request().path();
        if (path != null && ambiguous(path)) {
            Answers.ambiguous(request, "path");
        } else {
            request.next();
        }
    }

    private static boolean ambiguous(String path) {
        boolean segmentStarts = true;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (segmentStarts && dots(path, i)) {
                return true;
            }
            segmentStarts = c == '/';
            if (c == ';' || c == '\\' || c < ' ' || c == 0x7f || c == '%' && misleading(path, i)
                    || segmentStarts && i + 1 < path.length() && path.charAt(i + 1) == '/') {
                return true;
            }
        }
        return false;
    }

    /** Whether the segment that begins here is one dot or two, however they are written. */
    private static boolean dots(String path, int start) {
        int i = start;
        int dots = 0;
        while (i < path.length() && dots < 3) {
            if (path.charAt(i) == '.') {
                i++;
            } else if (path.charAt(i) == '%' && octet(path, i) == '.') {
                i += 3;
            } else {
                break;
            }
            dots++;
        }
        return dots > 0 && dots < 3 && (i == path.length() || path.charAt(i) == '/');
    }

    private static boolean misleading(String path, int percent) {
        int octet = octet(path, percent);
        return octet < ' ' || octet == 0x7f || octet == '/' || octet == '\\' || octet == ';'
                || octet == '%' && hex(path, percent + 3) >= 0 && hex(path, percent + 4) >= 0;
    }

    /** What is encoded here; -1 if it is no encoding. */
    private static int octet(String path, int percent) {
        int high = hex(path, percent + 1);
        int low = hex(path, percent + 2);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int hex(String path, int at) {
        return at < path.length() ? Character.digit(path.charAt(at), 16) : -1;
    }
}
