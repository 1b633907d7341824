package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;

import org.junit.jupiter.api.Test;
import org.openchami.auth.keys.Algorithm;

/** Where a provider stands first that checks elliptic signatures fast, they need no worker. */
class FastProviderTest {
    private static final String NAME = "AmazonCorrettoCryptoProvider";

    /** Has that provider's name, and one of its algorithms. */
    private static final class Fast extends Provider {
        private static final long serialVersionUID = 1;

        Fast() {
            super(NAME, "1", "");
            putService(new Service(this, "Signature", "SHA256withECDSAinP1363Format", Nothing.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new Nothing();
                }
            });
        }
    }

    private static final class Nothing extends SignatureSpi {
        @Override
        protected void engineInitVerify(PublicKey key) {}

        @Override
        protected void engineInitSign(PrivateKey key) {}

        @Override
        protected void engineUpdate(byte b) {}

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) {}

        @Override
        protected byte[] engineSign() {
            return new byte[0];
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return false;
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {}

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            return null;
        }
    }

    @Test
    void whatItChecksIsNotSlowAndTheRestIs() {
        Security.insertProviderAt(new Fast(), 1);
        try {
            SignatureCheck check = new SignatureCheck(new SignatureCount());

            assertThat(check.slow(Algorithm.ES256)).isFalse();
            assertThat(check.slow(Algorithm.EdDSA)).isTrue();
        } finally {
            Security.removeProvider(NAME);
        }
        assertThat(new SignatureCheck(new SignatureCount()).slow(Algorithm.ES256)).isTrue();
    }
}
