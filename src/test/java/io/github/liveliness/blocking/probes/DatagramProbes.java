package io.github.liveliness.blocking.probes;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;

/** Datagrams that come after a while. */
final class DatagramProbes {
    private DatagramProbes() {}

    static List<Probe> all() {
        return new ProbeGroup("datagrams")
                .blocks("DatagramSocket.receive", DatagramProbes::socket, (socket, here) -> {
                    here.soon(() -> sendTo(socket.getLocalSocketAddress()));
                    socket.receive(packet());
                })
                .blocks("DatagramSocket.receive (with a time-out)", DatagramProbes::socket, (socket, here) -> {
                    socket.setSoTimeout(1_000);
                    here.soon(() -> sendTo(socket.getLocalSocketAddress()));
                    socket.receive(packet());
                })
                .blocks("MulticastSocket.receive", DatagramProbes::multicastSocket, (socket, here) -> {
                    here.soon(() -> sendTo(socket.getLocalSocketAddress()));
                    socket.receive(packet());
                })
                .blocks(
                        "DatagramSocket.send",
                        DatagramProbes::socket,
                        socket -> socket.send(new DatagramPacket(new byte[8], 8, socket.getLocalSocketAddress())))
                .blocks("DatagramChannel.receive", DatagramProbes::channel, (channel, here) -> {
                    here.soon(() -> sendTo(channel.getLocalAddress()));
                    channel.receive(ByteBuffer.allocate(8));
                })
                .blocks("DatagramChannel.read", DatagramProbes::channel, (channel, here) -> {
                    channel.connect(channel.getLocalAddress());
                    here.soon(() -> channel.write(ByteBuffer.allocate(8)));
                    channel.read(ByteBuffer.allocate(8));
                })
                .blocks(
                        "DatagramChannel.send",
                        DatagramProbes::channel,
                        channel -> channel.send(ByteBuffer.allocate(8), channel.getLocalAddress()))
                .probes();
    }

    private static SocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static DatagramPacket packet() {
        return new DatagramPacket(new byte[8], 8);
    }

    private static DatagramSocket socket(Surroundings here) throws IOException {
        return here.keep(new DatagramSocket(anyPort()));
    }

    private static MulticastSocket multicastSocket(Surroundings here) throws IOException {
        return here.keep(new MulticastSocket(anyPort()));
    }

    static DatagramChannel channel(Surroundings here) throws IOException {
        return here.keep(DatagramChannel.open()).bind(anyPort());
    }

    private static void sendTo(SocketAddress address) throws IOException {
        try (DatagramSocket sender = new DatagramSocket(anyPort())) {
            sender.send(new DatagramPacket(new byte[8], 8, address));
        }
    }
}
