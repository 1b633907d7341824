package org.openchami.smd.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of things that an xname can name, each with the form of its names; the commonest first, for that's the order of the search. */
public enum XnameType {
    NODE("Node", Form.NODE),
    NODE_BMC("NodeBMC", Form.BMC),
    CABINET("Cabinet", Form.CABINET),
    CHASSIS("Chassis", Form.CHASSIS),
    CHASSIS_BMC("ChassisBMC", Form.CHASSIS + "b0"),
    COMPUTE_MODULE("ComputeModule", Form.SLOT),
    ROUTER_MODULE("RouterModule", Form.ROUTER),
    ROUTER_BMC("RouterBMC", Form.ROUTER + "b\\d+"),
    CABINET_PDU_CONTROLLER("CabinetPDUController", Form.PDU_CONTROLLER),
    VIRTUAL_NODE("VirtualNode", Form.NODE + "v\\d+"),
    CABINET_BMC("CabinetBMC", Form.CABINET + "b0"),
    CABINET_CDU("CabinetCDU", Form.CABINET + "d[01]"),
    CABINET_PDU("CabinetPDU", Form.PDU),
    CABINET_PDU_NIC("CabinetPDUNic", Form.PDU_CONTROLLER + "i[0-3]"),
    CABINET_PDU_OUTLET("CabinetPDUOutlet", Form.PDU + "j[1-9]\\d*"),
    CABINET_PDU_POWER_CONNECTOR("CabinetPDUPowerConnector", Form.PDU + "v[1-9]\\d*"),
    CDU("CDU", "d\\d+"),
    CDU_MGMT_SWITCH("CDUMgmtSwitch", "d\\d+w\\d+"),
    CEC("CEC", Form.CABINET + "e[01]"),
    CHASSIS_BMC_NIC("ChassisBMCNic", Form.CHASSIS + "b0i[0-3]"),
    CMM_FPGA("CMMFpga", Form.CHASSIS + "f0"),
    CMM_RECTIFIER("CMMRectifier", Form.CHASSIS + "t\\d"),
    DRIVE("Drive", Form.NODE + "g\\d+k\\d+"),
    HSN_ASIC("HSNAsic", Form.ROUTER + "a[0-3]"),
    HSN_BOARD("HSNBoard", Form.ROUTER + "e\\d+"),
    HSN_CONNECTOR("HSNConnector", Form.ROUTER + "j[1-9]\\d*"),
    HSN_CONNECTOR_PORT("HSNConnectorPort", Form.ROUTER + "j[1-9]\\d*p[012]"),
    HSN_LINK("HSNLink", Form.ROUTER + "a[0-3]l\\d+"),
    MEMORY("Memory", Form.NODE + "d\\d+"),
    MGMT_HL_SWITCH("MgmtHLSwitch", Form.CHASSIS + "h[1-9]\\d*s[1-9]"),
    MGMT_HL_SWITCH_ENCLOSURE("MgmtHLSwitchEnclosure", Form.CHASSIS + "h[1-9]\\d*"),
    MGMT_SWITCH("MgmtSwitch", Form.CHASSIS + "w[1-9]\\d*"),
    MGMT_SWITCH_CONNECTOR("MgmtSwitchConnector", Form.CHASSIS + "w[1-9]\\d*j[1-9]\\d*"),
    NODE_ACCEL("NodeAccel", Form.NODE + "a\\d+"),
    NODE_ACCEL_RISER("NodeAccelRiser", Form.NODE + "r[0-7]"),
    NODE_BMC_NIC("NodeBMCNic", Form.BMC + "i[0-3]"),
    NODE_ENCLOSURE("NodeEnclosure", Form.SLOT + "e\\d+"),
    NODE_ENCLOSURE_POWER_SUPPLY("NodeEnclosurePowerSupply", Form.SLOT + "e\\d+t\\d+"),
    NODE_FPGA("NodeFpga", Form.BMC + "f0"),
    NODE_HSN_NIC("NodeHsnNic", Form.NODE + "h[0-3]"),
    NODE_NIC("NodeNic", Form.NODE + "i[0-3]"),
    NODE_POWER_CONNECTOR("NodePowerConnector", Form.SLOT + "[jv][12]"),
    PARTITION("Partition", "p\\d+(.\\d+)?"),
    PROCESSOR("Processor", Form.NODE + "p[0-3]"),
    ROUTER_BMC_NIC("RouterBMCNic", Form.ROUTER + "b\\d+i[0-3]"),
    ROUTER_FPGA("RouterFpga", Form.ROUTER + "f[01]"),
    ROUTER_POWER_CONNECTOR("RouterPowerConnector", Form.ROUTER + "v[12]"),
    ROUTER_TOR("RouterTOR", Form.ROUTER + "t\\d+"),
    ROUTER_TOR_FPGA("RouterTORFpga", Form.ROUTER + "t\\d+f[01]"),
    SMS_BOX("SMSBox", "sms\\d+"),
    STORAGE_GROUP("StorageGroup", Form.NODE + "g\\d+"),
    SYSTEM("System", "s0");

    private final String word;
    private final Pattern form;

    XnameType(String word, String form) {
        this.word = word;
        this.form = Pattern.compile(form);
    }

    /** The word used on the wire, such as {@code NodeBMC}. */
    public String word() {
        return word;
    }

    /** Nodes, real or virtual, are what has a NID and a role. */
    public boolean isNode() { return this == NODE || this == VIRTUAL_NODE; }

    /** Whether things of this type can have a Redfish service. */
    public boolean isController() {
        return switch (this) {
            case NODE_BMC, CHASSIS_BMC, ROUTER_BMC, CABINET_PDU_CONTROLLER, MGMT_SWITCH, MGMT_HL_SWITCH, CDU_MGMT_SWITCH -> true;
            default -> false;
        };
    }

    static Optional<XnameType> ofName(String xname) {
        for (XnameType type : values()) {
            if (type.form.matcher(xname).matches()) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The wire's word for what was written in any case. */
    static Optional<String> canonical(String anyCase) {
        String wanted = anyCase.toLowerCase(Locale.ROOT);
        for (XnameType type : values()) {
            if (type.word.toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(type.word);
            }
        }
        return Optional.empty();
    }

    private interface Form {
        String CABINET = "x\\d{1,4}";
        String CHASSIS = CABINET + "c[0-7]";
        String SLOT = CHASSIS + "s\\d+";
        String BMC = SLOT + "b\\d+";
        String NODE = BMC + "n\\d+";
        String ROUTER = CHASSIS + "r\\d+";
        String PDU_CONTROLLER = CABINET + "m[0-3]";
        String PDU = PDU_CONTROLLER + "p[0-7]";
    }
}
