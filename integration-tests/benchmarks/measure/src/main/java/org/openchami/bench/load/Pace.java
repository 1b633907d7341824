package org.openchami.bench.load;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;

/**
 * An open loop on one thread: so many requests a second, whether the earlier ones are answered or not. What finds every connection busy
 * waits, and its wait counts.
 */
public final class Pace implements AutoCloseable {
    private static final long TICK_MILLIS = 1;

    private final EventLoopGroup loop = new NioEventLoopGroup(1);
    private final List<Channel> channels = new ArrayList<>();
    private final Queue<PacedConnection> idle = new ArrayDeque<>();
    private final Target target;

    public Pace(Target target, int connections) {
        this.target = target;
        for (int i = 0; i < connections; i++) {
            connect();
        }
    }

    /** Each request goes out once; the result is there when the time is over, with what was answered until then. */
    public CompletableFuture<Latencies> send(List<Get> requests, int perSecond, Duration length) {
        List<byte[]> bytes = requests.stream().map(request -> request.bytes(target.url())).toList();
        CompletableFuture<Latencies> end = new CompletableFuture<>();
        loop.next().execute(() -> {
            Schedule schedule = new Schedule(bytes, perSecond, idle);
            var ticks = loop.next().scheduleAtFixedRate(schedule, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
            loop.next().schedule(() -> {
                ticks.cancel(false);
                end.complete(schedule.end());
            }, length.toNanos(), TimeUnit.NANOSECONDS);
        });
        return end;
    }

    private void connect() {
        PacedConnection connection = new PacedConnection(idle);
        Bootstrap bootstrap = new Bootstrap().group(loop).channel(NioSocketChannel.class).option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpResponseDecoder(), connection);
                    }
                });
        var connected = bootstrap.connect(target.url().getHost(), target.url().getPort()).awaitUninterruptibly();
        if (!connected.isSuccess()) {
            throw new IllegalStateException(new ConnectException(connected.cause().getMessage()));
        }
        channels.add(connected.channel());
    }

    @Override
    public void close() {
        channels.forEach(channel -> channel.close().awaitUninterruptibly());
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
