package org.openchami.smd.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.openchami.smd.domain.RedfishEndpoint;
import org.openchami.smd.domain.RedfishEndpoint.DiscoveryInfo;

@Entity(name = "RedfishEndpoint")
@Table(name = "redfish_endpoints")
class RedfishEndpointRow {
    @Id
    String id;
    String type;
    String name;
    String hostname;
    String domain;
    String fqdn;
    boolean enabled;
    String uuid;
    @Column(name = "user_name")
    String user;
    @Column(name = "use_ssdp")
    boolean useSsdp;
    @Column(name = "mac_required")
    boolean macRequired;
    String mac;
    String ip;
    @Column(name = "rediscover_on_update")
    boolean rediscoverOnUpdate;
    @Column(name = "template_id")
    String templateId;
    @Column(name = "last_status")
    String lastStatus;

    static RedfishEndpointRow of(RedfishEndpoint endpoint) {
        RedfishEndpointRow row = new RedfishEndpointRow();
        row.id = endpoint.id();
        row.type = endpoint.type();
        row.name = endpoint.name();
        row.hostname = endpoint.hostname();
        row.domain = endpoint.domain();
        row.fqdn = endpoint.fqdn();
        row.enabled = endpoint.enabled();
        row.uuid = endpoint.uuid();
        row.user = endpoint.user();
        row.useSsdp = endpoint.useSsdp();
        row.macRequired = endpoint.macRequired();
        row.mac = endpoint.mac();
        row.ip = endpoint.ip();
        row.rediscoverOnUpdate = endpoint.rediscoverOnUpdate();
        row.templateId = endpoint.templateId();
        row.lastStatus = endpoint.discoveryInfo().lastStatus();
        return row;
    }

    final RedfishEndpoint toRedfishEndpoint() {
        return new RedfishEndpoint(id, type, name, hostname, domain, fqdn, enabled, uuid, user, useSsdp, macRequired, mac, ip,
                rediscoverOnUpdate, templateId, new DiscoveryInfo(lastStatus));
    }
}
