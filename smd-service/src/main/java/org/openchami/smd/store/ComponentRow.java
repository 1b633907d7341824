package org.openchami.smd.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.openchami.smd.domain.Component;

@Entity(name = "Component")
@Table(name = "components")
class ComponentRow {
    @Id
    String id;
    String type;
    String state;
    String flag;
    boolean enabled;
    @Column(name = "software_status")
    String softwareStatus;
    String role;
    @Column(name = "sub_role")
    String subRole;
    long nid;
    String subtype;
    @Column(name = "net_type")
    String netType;
    String arch;
    @Column(name = "class")
    String hmsClass;
    @Column(name = "reservation_disabled")
    boolean reservationDisabled;
    boolean locked;

    static ComponentRow of(Component component) {
        ComponentRow row = new ComponentRow();
        row.id = component.id();
        row.type = component.type();
        row.enabled = component.enabled();
        row.softwareStatus = orEmpty(component.softwareStatus());
        row.role = orEmpty(component.role());
        row.subRole = orEmpty(component.subRole());
        row.nid = component.nid() == null || component.nid() < 0 ? Component.NO_NID : component.nid();
        row.reservationDisabled = component.reservationDisabled();
        row.locked = component.locked();
        row.overwrite(component);
        return row;
    }

    /** Takes over what a forced update may change; the rest is the administrators'. */
    final void overwrite(Component component) {
        state = orEmpty(component.state());
        flag = orEmpty(component.flag());
        subtype = orEmpty(component.subtype());
        netType = orEmpty(component.netType());
        arch = orEmpty(component.arch());
        hmsClass = orEmpty(component.hmsClass());
    }

    /** Takes over what a discovery sees: that the component is there, and on. */
    final void rediscovered(Component component) {
        state = orEmpty(component.state());
        flag = orEmpty(component.flag());
        arch = "";
        hmsClass = "";
    }

    final Component toComponent() {
        return new Component(id, type, state, flag, enabled, softwareStatus, role, subRole, nid < 0 ? null : Long.valueOf(nid), subtype,
                netType,
                arch, hmsClass, reservationDisabled, locked);
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
