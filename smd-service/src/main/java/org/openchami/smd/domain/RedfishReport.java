package org.openchami.smd.domain;

import java.util.List;
import java.util.Map;

import org.openchami.smd.domain.RedfishEndpointInput.Nic;
import org.openchami.smd.domain.RedfishEndpointInput.Resource;
import org.openchami.smd.domain.RedfishInfo.CommandShell;
import org.openchami.smd.domain.RedfishInfo.Link;
import org.openchami.smd.domain.RedfishInfo.PowerControl;
import org.openchami.smd.domain.RedfishInfo.Reset;

/** Turns what discovery tools report of a Redfish resource into what this service shows of it. */
final class RedfishReport {

    /** Not reported by the tools; the number is the one that clients have always been shown. */
    private static final int MAX_SHELL_SESSIONS = 65536;

    private RedfishReport() {}

    static RedfishInfo system(Resource system) {
        List<String> chassis = system.links() == null ? List.of() : system.links().chassis();
        String powerUrl = chassis.isEmpty() ? "" : parent(chassis.get(0)) + "/Power";
        List<PowerControl> controls = chassis.isEmpty() || system.power() == null
                ? List.of()
                : system.power().controls().stream().map(control -> powerControl(control, system.uri(), chassis.get(0))).toList();
        return new RedfishInfo(system.name(), reset("ComputerSystem", system),
                system.nics().stream().map(RedfishReport::systemNic).toList(), powerUrl, controls, null);
    }

    static RedfishInfo manager(Resource manager) {
        CommandShell shell = new CommandShell(true, MAX_SHELL_SESSIONS,
                manager.commandShell() == null ? List.of() : manager.commandShell());
        return new RedfishInfo(manager.name(), reset("Manager", manager),
                manager.nics().stream().map(RedfishReport::managerNic).toList(), null, null, shell);
    }

    private static Map<String, Reset> reset(String kind, Resource resource) {
        return Map.of("#" + kind + ".Reset",
                new Reset(resource.actions(), resource.uri() + "/ResetActionInfo", resource.uri() + "/Actions/" + kind + ".Reset"));
    }

    private static RedfishInfo.Nic systemNic(Nic nic) {
        return new RedfishInfo.Nic(nic.uri(), nic.uri(), nic.description(), null, true, mac(nic), null);
    }

    private static RedfishInfo.Nic managerNic(Nic nic) {
        return new RedfishInfo.Nic("", "", nic.description(), nic.name(), nic.enabled(), mac(nic), mac(nic));
    }

    private static String mac(Nic nic) {
        return Mac.ofId(Mac.id(nic.mac()));
    }

    private static PowerControl powerControl(String control, String system, String chassis) {
        String member = control.substring(control.lastIndexOf('/') + 1);
        return new PowerControl(control, member, "System Power Control", List.of(new Link(system), new Link(chassis)));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
