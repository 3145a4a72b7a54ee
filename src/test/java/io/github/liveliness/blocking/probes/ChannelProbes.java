package io.github.liveliness.blocking.probes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/** Channels in blocking mode, and asynchronous ones that are waited for. */
final class ChannelProbes {
    private ChannelProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup("channels");
        sockets(group);
        pipes(group);
        asynchronous(group);
        return group.probes();
    }

    private static void sockets(ProbeGroup group) {
        group.blocks(
                        "SocketChannel.open(SocketAddress)",
                        ChannelProbes::server,
                        (server, here) -> here.keep(SocketChannel.open(server.getLocalAddress())))
                .blocks(
                        "SocketChannel.connect",
                        Connecting::of,
                        connecting -> connecting.client.connect(connecting.address))
                .blocks("ServerSocketChannel.accept", ChannelProbes::server, (server, here) -> {
                    here.soon(() -> here.keep(SocketChannel.open(server.getLocalAddress())));
                    here.keep(server.accept());
                })
                .blocks("SocketChannel.read", Line::of, (line, here) -> {
                    here.soon(line::sendFromThere);
                    line.here.read(bytes());
                })
                .blocks("SocketChannel.read(ByteBuffer[])", Line::of, (line, here) -> {
                    here.soon(line::sendFromThere);
                    line.here.read(new ByteBuffer[] {bytes()});
                })
                .blocks("SocketChannel.write", Line::of, line -> line.here.write(bytes()))
                .blocks(
                        "SocketChannel.write(ByteBuffer[])",
                        Line::of,
                        line -> line.here.write(new ByteBuffer[] {bytes()}))
                .blocks("Socket.read (of a channel)", Line::of, (line, here) -> {
                    here.soon(line::sendFromThere);
                    line.here.socket().getInputStream().read();
                });
    }

    private static void pipes(ProbeGroup group) {
        group.blocks("Pipe.SourceChannel.read", ChannelProbes::pipe, (pipe, here) -> {
                    here.soon(() -> pipe.sink().write(bytes()));
                    pipe.source().read(bytes());
                })
                .blocks(
                        "Pipe.SinkChannel.write",
                        ChannelProbes::pipe,
                        pipe -> pipe.sink().write(bytes()));
    }

    private static void asynchronous(ProbeGroup group) {
        group.blocks(
                        "Future.get (of AsynchronousServerSocketChannel.accept)",
                        AsynchronousServer::of,
                        (server, here) -> {
                            here.whenWaiting(() -> here.keep(SocketChannel.open(server.channel.getLocalAddress())));
                            here.keep(server.channel.accept().get());
                        })
                .blocks(
                        "Future.get (of AsynchronousSocketChannel.read)",
                        AsynchronousServer::client,
                        (client, here) -> {
                            here.whenWaiting(client.there::shutdownOutput);
                            client.here.read(bytes()).get();
                        });
    }

    private static ByteBuffer bytes() {
        return ByteBuffer.allocate(8);
    }

    static ServerSocketChannel server(Surroundings here) throws IOException {
        return here.keep(ServerSocketChannel.open()).bind(anyPort());
    }

    static Pipe pipe(Surroundings here) throws IOException {
        Pipe pipe = Pipe.open();
        here.keep(pipe.source());
        here.keep(pipe.sink());
        return pipe;
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** A channel that is not connected yet. */
    record Connecting(SocketChannel client, SocketAddress address) {
        static Connecting of(Surroundings here) throws IOException {
            return new Connecting(here.keep(SocketChannel.open()), server(here).getLocalAddress());
        }
    }

    /** Two channels that are connected. */
    record Line(SocketChannel here, SocketChannel there) {
        static Line of(Surroundings surroundings) throws IOException {
            ServerSocketChannel server = server(surroundings);
            SocketChannel client = surroundings.keep(SocketChannel.open(server.getLocalAddress()));
            return new Line(client, surroundings.keep(server.accept()));
        }

        void sendFromThere() throws IOException {
            there.write(bytes());
        }
    }

    private record AsynchronousLine(AsynchronousSocketChannel here, SocketChannel there) {}

    private record AsynchronousServer(AsynchronousChannelGroup group, AsynchronousServerSocketChannel channel) {
        static AsynchronousServer of(Surroundings here) throws IOException {
            AsynchronousChannelGroup group = AsynchronousChannelGroup.withThreadPool(here.unboundedPool());
            here.keep(group::shutdownNow);
            return new AsynchronousServer(
                    group, AsynchronousServerSocketChannel.open(group).bind(anyPort()));
        }

        static AsynchronousLine client(Surroundings here) throws Exception {
            AsynchronousServer server = of(here);
            SocketChannel there = here.keep(SocketChannel.open(server.channel.getLocalAddress()));
            return new AsynchronousLine(here.keep(server.channel.accept().get()), there);
        }
    }
}
