package org.openchami.bss.domain;

/** The iPXE texts, line by line as iPXE gets them; each ends with an empty line. */
public final class BootScript {
    private BootScript() {}

    /** Boots; where that fails, waits and follows the chain. */
    public static String boot(BootConfiguration configuration, KernelParameters parameters, int delay, String chain) {
        StringBuilder script = new StringBuilder("#!ipxe\n");
        script.append("kernel --name kernel ").append(configuration.kernel()).append(' ').append(parameters)
                .append(" || goto boot_retry\n");
        if (!configuration.initrd().isEmpty()) {
            script.append("initrd --name initrd ").append(configuration.initrd()).append(" || goto boot_retry\n");
        }
        return script.append("boot || goto boot_retry\n:boot_retry\n").append(wait(delay, chain)).toString();
    }

    /** Waits, then follows the chain. */
    public static String retry(int delay, String chain) {
        return "#!ipxe\n" + wait(delay, chain);
    }

    private static String wait(int delay, String chain) {
        return "sleep " + delay + "\nchain " + chain + "\n\n";
    }
}
