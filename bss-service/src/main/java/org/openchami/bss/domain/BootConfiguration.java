package org.openchami.bss.domain;

/** What a node boots: URLs of kernel and initial RAM disk, kernel parameters, cloud-init data. Absent texts are empty. */
public record BootConfiguration(String kernel, String initrd, String params, CloudInit cloudInit) {

    public static final BootConfiguration NONE = new BootConfiguration(null, null, null, null);

    public BootConfiguration {
        kernel = kernel == null ? "" : kernel;
        initrd = initrd == null ? "" : initrd;
        params = params == null ? "" : params;
        cloudInit = cloudInit == null ? CloudInit.NONE : cloudInit;
    }

    public boolean boots() {
        return !kernel.isEmpty();
    }

    /** This, with every field that {@code change} gives in its place. */
    public BootConfiguration with(BootConfiguration change) {
        return changed(change, cloudInit.with(change.cloudInit));
    }

    /** As {@link #with}, but the cloud-init maps of {@code patch} are merged in (RFC 7386). */
    public BootConfiguration merged(BootConfiguration patch) {
        return changed(patch, cloudInit.merged(patch.cloudInit));
    }

    private BootConfiguration changed(BootConfiguration change, CloudInit newCloudInit) {
        return new BootConfiguration(or(change.kernel, kernel), or(change.initrd, initrd), or(change.params, params), newCloudInit);
    }

    private static String or(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }
}
