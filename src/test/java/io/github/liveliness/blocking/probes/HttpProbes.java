package io.github.liveliness.blocking.probes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Requests to a server that takes its time. */
final class HttpProbes {
    private HttpProbes() {}

    static List<Probe> all() {
        return new ProbeGroup("sockets")
                .blocks(
                        "URL.openStream",
                        HttpProbes::server,
                        (uri, here) -> here.keep(uri.toURL().openStream()))
                .blocks("URLConnection.connect", HttpProbes::connection, HttpURLConnection::connect)
                .blocks("URLConnection.getInputStream", HttpProbes::connection, HttpURLConnection::getInputStream)
                .blocks("HttpURLConnection.getResponseCode", HttpProbes::connection, HttpURLConnection::getResponseCode)
                .blocks(
                        "InputStream.readAllBytes (of a URLConnection)",
                        HttpProbes::response,
                        InputStream::readAllBytes)
                .blocks(
                        "HttpClient.send",
                        HttpProbes::server,
                        uri -> Client.SHARED.send(get(uri), BodyHandlers.ofString()))
                .blocks(
                        "CompletableFuture.join (of HttpClient.sendAsync)",
                        HttpProbes::server,
                        uri -> Client.SHARED
                                .sendAsync(get(uri), BodyHandlers.ofString())
                                .join())
                .probes();
    }

    private static HttpRequest get(URI uri) {
        return HttpRequest.newBuilder(uri).build();
    }

    private static HttpURLConnection connection(Surroundings here) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) server(here).toURL().openConnection();
        here.keep(connection::disconnect);
        return connection;
    }

    private static InputStream response(Surroundings here) throws IOException {
        return connection(here).getInputStream();
    }

    private static URI server(Surroundings here) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        server.createContext("/", HttpProbes::answer);
        server.start();
        here.keep(() -> server.stop(0));
        return URI.create("http://" + loopback.getHostAddress() + ":"
                + server.getAddress().getPort() + "/");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] answer = {1, 2, 3};
            pause();
            // Else the client keeps the connection, and a thread for it.
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().flush();
            pause();
            exchange.getResponseBody().write(answer);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }

    /** One for all: before 21 it cannot be closed, and its thread ends when it is collected. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newHttpClient();
    }
}
