package org.openchami.smd.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.openchami.smd.domain.ComponentEndpoint;
import org.openchami.smd.domain.RedfishInfo;

@Entity(name = "ComponentEndpoint")
@Table(name = "component_endpoints")
class ComponentEndpointRow {
    @Id
    String id;
    String type;
    @Column(name = "redfish_type")
    String redfishType;
    @Column(name = "redfish_subtype")
    String redfishSubtype;
    String uuid;
    @Column(name = "odata_id")
    String odataId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "redfish_endpoint_id")
    RedfishEndpointRow redfishEndpoint;
    boolean enabled;
    @JdbcTypeCode(SqlTypes.JSON)
    RedfishInfo info;

    static ComponentEndpointRow of(ComponentEndpoint endpoint, RedfishEndpointRow behind) {
        ComponentEndpointRow row = new ComponentEndpointRow();
        row.id = endpoint.id();
        row.type = endpoint.type();
        row.redfishType = endpoint.redfishType();
        row.redfishSubtype = endpoint.redfishSubtype();
        row.uuid = endpoint.uuid();
        row.odataId = endpoint.odataId();
        row.redfishEndpoint = behind;
        row.enabled = endpoint.enabled();
        row.info = endpoint.systemInfo() == null ? endpoint.managerInfo() : endpoint.systemInfo();
        return row;
    }

    final ComponentEndpoint toComponentEndpoint() {
        boolean system = redfishType.equals(ComponentEndpoint.SYSTEM);
        return new ComponentEndpoint(id, type, redfishType, redfishSubtype, uuid, odataId,
                redfishEndpoint == null ? "" : redfishEndpoint.id,
                enabled, redfishEndpoint == null ? "" : redfishEndpoint.fqdn, system ? info : null, system ? null : info);
    }
}
