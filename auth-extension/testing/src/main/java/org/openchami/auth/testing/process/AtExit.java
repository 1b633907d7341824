package org.openchami.auth.testing.process;

/** What must end with this JVM even if nobody closes it. */
public final class AtExit {
    private final Thread hook;

    private AtExit(Runnable end) {
        hook = new Thread(end, "at exit");
    }

    public static AtExit run(Runnable end) {
        AtExit exit = new AtExit(end);
        Runtime.getRuntime().addShutdownHook(exit.hook);
        return exit;
    }

    /** It has been closed in good order. */
    public void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyGoingDown) {
            hook.setName("at exit, closed");
        }
    }
}
