package org.openchami.bench.load;

import java.util.Queue;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;

/** One connection of an open loop. Lost, it is idle never again, and what it carried is never answered. */
final class PacedConnection extends SimpleChannelInboundHandler<HttpObject> {
    private final Queue<PacedConnection> idle;
    private Channel channel;
    private Schedule schedule;
    private long since;
    private int status;

    PacedConnection(Queue<PacedConnection> idle) {
        this.idle = idle;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        idle.add(this);
    }

    void send(byte[] request, long dueSince, Schedule of) {
        since = dueSince;
        schedule = of;
        channel.writeAndFlush(Unpooled.wrappedBuffer(request), channel.voidPromise());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpResponse response) {
            status = part.decoderResult().isFailure() ? 0 : response.status().code();
        }
        if (part instanceof LastHttpContent) {
            idle.add(this);
            schedule.answered(status, since);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
