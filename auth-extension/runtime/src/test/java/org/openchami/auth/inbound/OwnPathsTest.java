package org.openchami.auth.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPathsTest {

    @ParameterizedTest
    @CsvSource({"/,q,/q/health,true", "/,q,/q,false", "/,q,/qx/health,false", "/,q,/x/q/health,false", "/api,q,/api/q/health,true",
            "/api,q,/q/health,false", "/api,/manage,/manage/health,true", "/,manage/,/manage/health,true", "/,/,/anything,false"})
    void theyAreWhereQuarkusPutsThem(String root, String own, String path, boolean contained) {
        assertThat(new OwnPaths(root, own).contain(path)).isEqualTo(contained);
    }
}
