package org.openchami.bss.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelParametersTest {

    @Test
    void aParameterThatIsThereStays() {
        assertThat(KernelParameters.of("quiet xname=mine").with("xname", "x1c0s0b0n0")).hasToString("quiet xname=mine");
    }

    @Test
    void aMissingParameterIsAddedAtTheEnd() {
        assertThat(KernelParameters.of("quiet").with("nid", "1")).hasToString("quiet nid=1");
    }

    @Test
    void theInitrdThatWasNamedGivesWayAndItsBlanksStay() {
        assertThat(KernelParameters.of("a initrd=old b").withInitrd()).hasToString("initrd=initrd a  b");
    }

    @Test
    void anInitrdNamedLastGivesWayToo() {
        assertThat(KernelParameters.of("a initrd=old").withInitrd()).hasToString("initrd=initrd a");
    }

    @Test
    void aParameterThatOnlyMentionsInitrdStays() {
        assertThat(KernelParameters.of("rd.initrd=keep").withInitrd()).hasToString("initrd=initrd rd.initrd=keep");
    }

    @Test
    void specialCharactersPassUnchanged() {
        assertThat(KernelParameters.of("a=\"<&>\" b='c' d=\\")).hasToString("a=\"<&>\" b='c' d=\\");
    }
}
