package org.openchami.auth;

import java.util.Objects;
import java.util.Optional;

/** Who started the chain of calls that this request belongs to. Never a guess: what can't be told is {@link Unknown}. */
public sealed interface Origin {

    /** {@code user}, {@code node}, {@code service} or {@code unknown}. */
    String kind();

    Assurance assurance();

    /** What tells it from others of its kind: subject, xname or client id. */
    Optional<String> id();

    /** The network address the request came from, where one is known. */
    default Optional<String> ip() {
        return Optional.empty();
    }

    /** A person, or whatever else the authority issued a token to with a subject of its own. */
    record User(String issuer, String subject) implements Origin {
        public User {
            Objects.requireNonNull(issuer);
            Objects.requireNonNull(subject);
        }

        @Override
        public String kind() {
            return "user";
        }

        @Override
        public Assurance assurance() {
            return Assurance.ATTESTED;
        }

        @Override
        public Optional<String> id() {
            return Optional.of(subject);
        }
    }

    /** A compute node, by xname; {@code mac} in lower-case colon form. */
    record Node(String xname, Optional<String> mac, Optional<String> ip, Assurance assurance) implements Origin {
        public Node {
            Objects.requireNonNull(xname);
            Objects.requireNonNull(assurance);
        }

        @Override
        public String kind() {
            return "node";
        }

        @Override
        public Optional<String> id() {
            return Optional.of(xname);
        }
    }

    /** A service that acts on its own account: a timer, its start-up, its own decision. */
    record Service(String clientId) implements Origin {
        public Service {
            Objects.requireNonNull(clientId);
        }

        @Override
        public String kind() {
            return "service";
        }

        @Override
        public Assurance assurance() {
            return Assurance.ATTESTED;
        }

        @Override
        public Optional<String> id() {
            return Optional.of(clientId);
        }
    }

    /** Nobody can say. */
    record Unknown(Optional<String> ip) implements Origin {
        @Override
        public String kind() {
            return "unknown";
        }

        @Override
        public Assurance assurance() {
            return Assurance.CLAIMED;
        }

        @Override
        public Optional<String> id() {
            return Optional.empty();
        }
    }
}
