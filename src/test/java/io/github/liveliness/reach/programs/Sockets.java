package io.github.liveliness.reach.programs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Healthy: the wake-up comes from a socket, of which whoever connects knows no more than the port. */
final class Sockets {

    private Sockets() {}

    static void blockingAccept(Waiters waiters, Moment moment) throws IOException {
        BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        waiters.start(queue::take);
        Body.aside(() -> {
            server.accept().close();
            server.close();
            queue.put("connected");
        });
        connect(server.getLocalPort(), moment);
    }

    static void callback(Waiters waiters, Moment moment) throws IOException {
        CompletableFuture<Void> connected = new CompletableFuture<>();
        AsynchronousServerSocketChannel server =
                AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.accept(connected, new CompletionHandler<AsynchronousSocketChannel, CompletableFuture<Void>>() {
            @Override
            public void completed(AsynchronousSocketChannel channel, CompletableFuture<Void> future) {
                future.complete(null);
            }

            @Override
            public void failed(Throwable failure, CompletableFuture<Void> future) {
                future.completeExceptionally(failure);
            }
        });
        waiters.start(connected::join);
        connect(((InetSocketAddress) server.getLocalAddress()).getPort(), moment);
    }

    static void selector(Waiters waiters, Moment moment) throws IOException {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        Selector selector = Selector.open();
        ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT, latch);
        Body.aside(() -> {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                ((CountDownLatch) key.attachment()).countDown();
            }
            selector.close();
            server.close();
        });
        connect(server.socket().getLocalPort(), moment);
    }

    private static void connect(int port, Moment moment) {
        Body.aside(() -> {
            moment.await();
            new Socket(InetAddress.getLoopbackAddress(), port).close();
        });
    }
}
