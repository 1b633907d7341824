package org.openchami.auth.identity;

import org.openchami.auth.authority.AuthorityClient;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;

/** Reads the body of one answer, and fails as soon as it is longer than any answer should be. */
final class CappedBody implements BodyCodec<Buffer>, BodyStream<Buffer> {
    private final Buffer read = Buffer.buffer();
    private final Promise<Buffer> whole = Promise.promise();
    private volatile boolean begun;
    private volatile boolean tooLong;

    boolean begun() {
        return begun;
    }

    boolean tooLong() {
        return tooLong;
    }

    @Override
    public void create(Handler<AsyncResult<BodyStream<Buffer>>> handler) {
        begun = true;
        handler.handle(Future.succeededFuture(this));
    }

    @Override
    public Future<Void> write(Buffer chunk) {
        tooLong = tooLong || read.length() + chunk.length() > AuthorityClient.MAX_BODY;
        if (tooLong) {
            return Future.failedFuture(new VertxException("the answer is longer than " + AuthorityClient.MAX_BODY + " bytes", true));
        }
        read.appendBuffer(chunk);
        return Future.succeededFuture();
    }

    @Override
    public void write(Buffer chunk, Handler<AsyncResult<Void>> handler) {
        write(chunk).onComplete(handler);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
        whole.tryComplete(read);
        if (handler != null) {
            handler.handle(Future.succeededFuture());
        }
    }

    @Override
    public Future<Buffer> result() {
        return whole.future();
    }

    @Override
    public void handle(Throwable failure) {
        whole.tryFail(failure);
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int size) {
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public WriteStream<Buffer> drainHandler(Handler<Void> handler) {
        return this;
    }
}
