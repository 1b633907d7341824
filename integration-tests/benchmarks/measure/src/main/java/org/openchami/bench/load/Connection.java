package org.openchami.bench.load;

import java.util.concurrent.CompletableFuture;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;

/** One connection of a closed loop. */
final class Connection extends SimpleChannelInboundHandler<HttpObject> {
    private final Turn turn;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private long deadline;
    private long answered;

    Connection(Turn turn) {
        this.turn = turn;
    }

    /** The result is complete when the last answer is there. */
    CompletableFuture<Void> start(Channel channel, long until) {
        channel.eventLoop().execute(() -> {
            deadline = until;
            if (turn.over()) {
                end.complete(null);
            } else {
                send(channel);
            }
        });
        return end;
    }

    private void send(Channel channel) {
        channel.writeAndFlush(turn.next(), channel.voidPromise());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part.decoderResult().isFailure()) {
            fail("an answer that is no HTTP");
        } else if (part instanceof HttpResponse response && response.status().code() != 200) {
            fail("status " + response.status().code());
        }
        if (part instanceof LastHttpContent) {
            answered++;
            if (end.isDone()) {
                context.close();
            } else if (!turn.over() && System.nanoTime() - deadline < 0) {
                send(context.channel());
            } else {
                turn.count(answered);
                end.complete(null);
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        fail("the connection was closed");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(cause.toString());
    }

    private void fail(String why) {
        end.completeExceptionally(new IllegalStateException(why));
    }
}
