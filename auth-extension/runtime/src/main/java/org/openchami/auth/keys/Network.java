package org.openchami.auth.keys;

import java.util.Arrays;
import java.util.HexFormat;

import io.netty.util.NetUtil;

/**
 * What stands behind an address, as far as a share of something is concerned. An IPv6 host is given 2^64 addresses (RFC 7421), so its /64 is one
 * peer, and no more than that: a /48 is a whole site (RFC 6177), where a flood from within would take the share of all its neighbours, too; an IPv4 address is one, written as IPv6 (RFC 4291 section 2.5.5.2) or not.
 */
public final class Network {
    private static final int IPV4 = 4;
    private static final int IPV6_NETWORK = 8;
    private static final int MAPPED_PREFIX = 12;
    private static final int MAX_TEXT = 64;

    private Network() {}

    /** @param address in numbers; of anything else the text itself counts, so that no name is ever resolved */
    public static String of(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return address.length() <= MAX_TEXT ? address : address.substring(0, MAX_TEXT);
        }
        return HexFormat.of().formatHex(bytes.length == IPV4
                ? bytes
                : mapped(bytes) ? Arrays.copyOfRange(bytes, MAPPED_PREFIX, bytes.length) : Arrays.copyOf(bytes, IPV6_NETWORK));
    }

    private static boolean mapped(byte[] bytes) {
        for (int i = 0; i < MAPPED_PREFIX; i++) {
            if (bytes[i] != (i < MAPPED_PREFIX - 2 ? 0 : (byte) 0xff)) {
                return false;
            }
        }
        return true;
    }
}
