package org.openchami.auth.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

import org.testng.IInvokedMethod;
import org.testng.IInvokedMethodListener;
import org.testng.ITestResult;
import org.testng.SkipException;

/**
 * Tests of what the extension does otherwise on purpose, each with the answer it gives and the reason. They are run: one that gets that answer
 * counts as skipped; one that passes, or fails in another way, as failed.
 */
public class NotPromised implements IInvokedMethodListener {
    private final Properties answers = new Properties();

    public NotPromised() {
        try (InputStream list = NotPromised.class.getResourceAsStream("/not-promised.properties")) {
            answers.load(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterInvocation(IInvokedMethod method, ITestResult result) {
        String name = result.getTestClass().getRealClass().getSimpleName() + "." + method.getTestMethod().getMethodName();
        String answer = answers.getProperty(name);
        if (answer == null || !method.isTestMethod()) {
            return;
        }
        if (result.isSuccess()) {
            result.setStatus(ITestResult.FAILURE);
            result.setThrowable(new AssertionError(name + " passes, and is listed as not promised"));
        } else if (result.getThrowable() instanceof AssertionError error
                && error.getMessage().endsWith("but found [" + answer.substring(0, answer.indexOf(',')) + "]")) {
            result.setStatus(ITestResult.SKIP);
            result.setThrowable(new SkipException("not promised: " + answer));
        }
    }
}
