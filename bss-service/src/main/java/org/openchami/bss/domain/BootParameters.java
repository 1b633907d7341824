package org.openchami.bss.domain;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Boot parameters on the wire: which hosts, MACs and NIDs boot what. Everything but {@code cloud-init} is left out when empty. */
public record BootParameters(@JsonInclude(Include.NON_EMPTY) List<String> hosts, @JsonInclude(Include.NON_EMPTY) List<String> macs,
        @JsonInclude(Include.NON_EMPTY) List<Integer> nids, @JsonInclude(Include.NON_EMPTY) String params,
        @JsonInclude(Include.NON_EMPTY) String kernel, @JsonInclude(Include.NON_EMPTY) String initrd,
        @JsonProperty("cloud-init") CloudInit cloudInit) {

    public BootParameters {
        hosts = hosts == null ? List.of() : List.copyOf(hosts);
        macs = macs == null ? List.of() : List.copyOf(macs);
        nids = nids == null ? List.of() : List.copyOf(nids);
        cloudInit = cloudInit == null ? CloudInit.NONE : cloudInit;
    }

    public BootParameters(List<String> hosts, List<String> macs, List<Integer> nids, BootConfiguration configuration) {
        this(hosts, macs, nids, configuration.params(), configuration.kernel(), configuration.initrd(), configuration.cloudInit());
    }

    @JsonIgnore
    public BootConfiguration configuration() {
        return new BootConfiguration(kernel, initrd, params, cloudInit);
    }

    /** Hosts, MACs and NIDs in this order, each once. */
    @JsonIgnore
    public List<Selector> selectors() {
        List<Selector> selectors = new ArrayList<>();
        hosts.forEach(host -> selectors.add(Selector.host(host)));
        macs.forEach(mac -> selectors.add(Selector.mac(mac)));
        nids.forEach(nid -> selectors.add(Selector.nid(nid)));
        return selectors.stream().distinct().toList();
    }

    /** The selectors of the first kind that is given: new parameters are stored under one kind only. */
    @JsonIgnore
    public List<Selector> selectorsOfOneKind() {
        List<Selector> all = selectors();
        return all.stream().filter(selector -> selector.kind() == all.get(0).kind()).toList();
    }
}
