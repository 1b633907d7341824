package org.openchami.local;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Waits in the background for the end of standard input. */
final class InputEnd {
    private InputEnd() {}

    static void then(Runnable action) {
        Thread thread = new Thread(() -> {
            try (InputStream input = new FileInputStream(FileDescriptor.in)) {
                input.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // as good as the end
            }
            action.run();
        }, "input end");
        thread.setDaemon(true);
        thread.start();
    }
}
