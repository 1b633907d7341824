package org.openchami.auth.testing.fault;

import java.nio.ByteBuffer;

/** Hears what passes a {@link TcpProxy}, as it comes in and before the line holds it up. */
public interface Listener {
    Listener NOBODY = new Listener() {
        @Override
        public void sent(long connection, ByteBuffer bytes) {}

        @Override
        public void answered(long connection, ByteBuffer bytes) {}
    };

    /** @param connection tells one connection from another */
    void sent(long connection, ByteBuffer bytes);

    void answered(long connection, ByteBuffer bytes);
}
