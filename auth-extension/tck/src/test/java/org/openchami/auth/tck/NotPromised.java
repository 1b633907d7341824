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
 * Tests of what the extension refuses on purpose, each with its reason. They are run: one that gets the refusal it should get counts as skipped,
 * and one that fails in another way, or passes, as failed.
 */
public class NotPromised implements IInvokedMethodListener {
    private static final String REFUSED = "expected [200] but found [401]";

    private final Properties reasons = new Properties();

    public NotPromised() {
        try (InputStream list = NotPromised.class.getResourceAsStream("/not-promised.properties")) {
            reasons.load(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterInvocation(IInvokedMethod method, ITestResult result) {
        String name = result.getTestClass().getRealClass().getSimpleName() + "." + method.getTestMethod().getMethodName();
        if (!method.isTestMethod() || !reasons.containsKey(name)) {
            return;
        }
        if (result.isSuccess()) {
            result.setStatus(ITestResult.FAILURE);
            result.setThrowable(new AssertionError(name + " passes, and is listed as not promised"));
        } else if (result.getThrowable() instanceof AssertionError error && REFUSED.equals(error.getMessage())) {
            result.setStatus(ITestResult.SKIP);
            result.setThrowable(new SkipException("not promised: " + reasons.getProperty(name)));
        }
    }
}
