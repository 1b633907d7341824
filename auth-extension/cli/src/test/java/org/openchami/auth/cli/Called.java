package org.openchami.auth.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a call of the program came to. */
public record Called(int code, String out, String err) {

    public static Called with(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Called(code, out.toString(), err.toString());
    }
}
