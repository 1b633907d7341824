package org.openchami.bench.load;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;

/**
 * A closed loop on one thread: each connection (HTTP/1.1, kept alive) sends its next request when the last is answered. Any answer but 200,
 * and any lost connection, is a failure.
 */
public final class Load implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final EventLoopGroup loop = new NioEventLoopGroup(1);
    private final int connections;

    public Load(int connections) {
        this.connections = connections;
    }

    /** The requests go out in turn, over and over, for that long. */
    public Sample run(Target target, List<Get> requests, Duration length) {
        return run(target, Turn.endless(bytes(requests, target)), length);
    }

    /** Each request goes out once. */
    public Sample once(Target target, List<Get> requests) {
        return run(target, Turn.once(bytes(requests, target)), LONGEST);
    }

    private static List<byte[]> bytes(List<Get> requests, Target target) {
        return requests.stream().map(request -> request.bytes(target.url())).toList();
    }

    private Sample run(Target target, Turn turn, Duration length) {
        List<Channel> open = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                open.add(connect(target, turn));
            }
            Duration cpu = target.cpu();
            long start = System.nanoTime();
            List<CompletableFuture<Void>> ends = open.stream()
                    .map(channel -> channel.pipeline().get(Connection.class).start(channel, start + length.toNanos())).toList();
            CompletableFuture.anyOf(allOf(ends), firstFailure(ends)).get(length.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
            long time = System.nanoTime() - start;
            return new Sample(turn.answered(), Duration.ofNanos(time), target.cpu().minus(cpu));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(target.name() + " failed under load: " + e.getMessage());
        } finally {
            open.forEach(channel -> channel.close().awaitUninterruptibly());
        }
    }

    private static CompletableFuture<Void> allOf(List<CompletableFuture<Void>> ends) {
        return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
    }

    private static CompletableFuture<Void> firstFailure(List<CompletableFuture<Void>> ends) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        ends.forEach(end -> end.exceptionally(failure -> {
            failed.completeExceptionally(failure);
            return null;
        }));
        return failed;
    }

    private Channel connect(Target target, Turn turn) throws ExecutionException {
        Bootstrap bootstrap = new Bootstrap().group(loop).channel(NioSocketChannel.class).option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpResponseDecoder(), new Connection(turn));
                    }
                });
        var connected = bootstrap.connect(target.url().getHost(), target.url().getPort()).awaitUninterruptibly();
        if (!connected.isSuccess()) {
            throw new ExecutionException(new ConnectException(connected.cause().getMessage()));
        }
        return connected.channel();
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
