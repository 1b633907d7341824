package org.openchami.bench;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
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
final class Load implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventLoopGroup loop = new NioEventLoopGroup(1);
    private final int connections;

    Load(int connections) {
        this.connections = connections;
    }

    /** The requests go out in turn, over and over. */
    Sample run(Target target, List<Get> requests, Duration length) {
        Turn turn = new Turn(requests.stream().map(request -> sendable(request, target)).toList());
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
            throw new IllegalStateException(target.name() + " failed under load, " + requests.get(0) + ": " + e.getMessage());
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

    // Read only, and sent many times: nothing may release it.
    private static ByteBuf sendable(Get request, Target target) {
        byte[] bytes = request.bytes(target.url());
        return Unpooled.unreleasableBuffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes).asReadOnly());
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
