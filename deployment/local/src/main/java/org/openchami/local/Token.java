package org.openchami.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.openchami.auth.testing.user.UserLogin;

/** The program behind {@code deployment/local/token [user]}: prints a fresh access token and nothing else. */
public final class Token {
    private Token() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Layout layout = Layout.ofThisProcess();
        LauncherLog.silence();
        try {
            out.println(of(layout.env().read(), arguments.length > 0 ? arguments[0] : UserLogin.DEFAULT_USER));
        } catch (RuntimeException e) {
            err.println("token: " + Explanation.of(e));
            System.exit(1);
        }
    }

    private static String of(Map<String, String> env, String user) {
        if (!env.containsKey("HYDRA_URL")) {
            throw new LocalFailure("Nothing is running here. Start it with deployment/local/run");
        }
        return UserLogin.token(URI.create(env.get("HYDRA_URL")), URI.create(env.get("HYDRA_ADMIN_URL")), user);
    }
}
