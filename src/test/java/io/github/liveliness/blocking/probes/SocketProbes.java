package io.github.liveliness.blocking.probes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** Sockets in the way they were before there were channels. */
final class SocketProbes {
    private static final int SECOND = 1_000;

    private SocketProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup("sockets");
        connecting(group);
        connected(group);
        return group.probes();
    }

    private static void connecting(ProbeGroup group) {
        group.blocks(
                        "new Socket",
                        SocketProbes::server,
                        (server, here) -> here.keep(new Socket(server.getInetAddress(), server.getLocalPort())))
                .blocks(
                        "Socket.connect",
                        SocketProbes::server,
                        (server, here) -> here.keep(new Socket()).connect(server.getLocalSocketAddress()))
                .blocks(
                        "Socket.connect(SocketAddress, int)",
                        SocketProbes::server,
                        (server, here) -> here.keep(new Socket()).connect(server.getLocalSocketAddress(), SECOND))
                .blocks("ServerSocket.accept", SocketProbes::server, (server, here) -> {
                    here.soon(() -> client(here, server));
                    here.keep(server.accept());
                })
                .blocks("ServerSocket.accept (with a time-out)", SocketProbes::server, (server, here) -> {
                    server.setSoTimeout(SECOND);
                    here.soon(() -> client(here, server));
                    here.keep(server.accept());
                });
    }

    private static void connected(ProbeGroup group) {
        group.blocks("Socket.read", Wire::of, (wire, here) -> {
                    here.soon(wire::sendFromThere);
                    wire.here.getInputStream().read();
                })
                .blocks("Socket.read (with a time-out)", Wire::of, (wire, here) -> {
                    wire.here.setSoTimeout(SECOND);
                    here.soon(wire::sendFromThere);
                    wire.here.getInputStream().read();
                })
                .blocks("Socket.read(byte[])", Wire::of, (wire, here) -> {
                    here.soon(wire::sendFromThere);
                    wire.here.getInputStream().read(new byte[8]);
                })
                .blocks("Socket.readNBytes", Wire::of, (wire, here) -> {
                    here.soon(wire::sendFromThere);
                    wire.here.getInputStream().readNBytes(1);
                })
                .blocks("Socket.skip", Wire::of, (wire, here) -> {
                    here.soon(wire::sendFromThere);
                    wire.here.getInputStream().skip(1);
                })
                .blocks(
                        "Socket.write",
                        Wire::of,
                        wire -> wire.here.getOutputStream().write(1))
                .blocks(
                        "Socket.write(byte[])",
                        Wire::of,
                        wire -> wire.here.getOutputStream().write(new byte[8]));
    }

    static ServerSocket server(Surroundings here) throws IOException {
        ServerSocket server = here.keep(new ServerSocket());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return server;
    }

    static Socket client(Surroundings here, ServerSocket server) throws IOException {
        return here.keep(new Socket(server.getInetAddress(), server.getLocalPort()));
    }

    /** Two sockets that are connected. */
    record Wire(Socket here, Socket there) {
        static Wire of(Surroundings surroundings) throws IOException {
            ServerSocket server = server(surroundings);
            Socket client = client(surroundings, server);
            return new Wire(client, surroundings.keep(server.accept()));
        }

        void sendFromThere() throws IOException {
            there.getOutputStream().write(1);
        }
    }
}
