package org.openchami.auth.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;

/** A network in CIDR notation (RFC 4632, RFC 4291 section 2.3), of IPv4 or IPv6. */
public final class Cidr {
    private final String text;
    private final IpSubnetFilterRule rule;

    private Cidr(String text, IpSubnetFilterRule rule) {
        this.text = text;
        this.rule = rule;
    }

    /** @throws IllegalArgumentException if it isn't an address, a slash and a prefix length */
    public static Cidr of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !NetUtil.isValidIpV4Address(text.substring(0, slash)) && !NetUtil.isValidIpV6Address(text.substring(0, slash))) {
            throw new IllegalArgumentException("not a network in CIDR notation");
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return new Cidr(text, new IpSubnetFilterRule(text.substring(0, slash), prefix, IpFilterRuleType.ACCEPT));
    }

    /** Whether this literal address lies in the network; what isn't a literal address lies in none. */
    public boolean contains(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return false;
        }
        try {
            return rule.matches(new InetSocketAddress(InetAddress.getByAddress(bytes), 0));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
