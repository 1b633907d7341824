package org.openchami.bench.peers;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import org.openchami.bench.load.Get;
import org.openchami.bench.load.Load;
import org.openchami.bench.load.Sample;
import org.openchami.bench.load.Target;

/**
 * What is sent in one row of the comparison. All tokens were made before anything is measured.
 *
 * @param rotating the tokens that are sent over and over; none where each token is sent once to each server
 * @param unseen one list a round, and one to warm up with
 */
record Traffic(Kind kind, String algorithm, List<Get> rotating, Queue<List<Get>> unseen) {
    private static final int UNSEEN_WARM_UP = 20_000;

    enum Kind {
        WARM("one token", 1),
        ROTATING("1,000 tokens in turn", 1000),
        FIRST_SIGHT("each token for the first time", 0);

        private final String text;
        private final int tokens;

        Kind(String text, int tokens) {
            this.text = text;
            this.tokens = tokens;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Traffic of(Kind kind, String algorithm, Authority authority, int rounds) {
        Queue<List<Get>> unseen = new ArrayDeque<>();
        int round = algorithm.startsWith("RS") ? 5_000 : 1_000;
        for (int i = 0; kind == Kind.FIRST_SIGHT && i <= rounds; i++) {
            // whoever remembers verdicts has not gone this way in the other rows, and the others have, with every request
            unseen.add(requests(authority, algorithm, i == 0 ? UNSEEN_WARM_UP : round));
        }
        return new Traffic(kind, algorithm, requests(authority, algorithm, kind.tokens), unseen);
    }

    private static List<Get> requests(Authority authority, String algorithm, int count) {
        return new ArrayList<>(authority.tokens(algorithm, count).stream().map(Variant::get).toList());
    }

    /** To be called for each server, and then {@link #next()}. */
    Sample measure(Load load, Target target, Duration length) {
        if (kind == Kind.FIRST_SIGHT) {
            return load.once(target, unseen.element());
        }
        // while the others had their turns, what was remembered may have grown too old
        load.once(target, rotating);
        return load.run(target, rotating, length);
    }

    /** The round is over: its tokens were seen. */
    void next() {
        unseen.poll();
    }

    @Override
    public String toString() {
        return algorithm + ", " + kind;
    }
}
