package dev.migrations.testing;

import dev.migrations.database.ConnectionSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between the driver and the server, and counts the round trips of each connection. */
public final class CountingProxy implements AutoCloseable {

    private final String url;
    private final URI target;
    private final ServerSocket door;
    private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();

    private CountingProxy(String url, ServerSocket door) {
        this.url = url;
        this.target = URI.create(url.substring("jdbc:".length()));
        this.door = door;
    }

    /** A proxy to one database, open until it is closed. */
    public static CountingProxy before(TestDatabase database) {
        try {
            var proxy = new CountingProxy(database.url(), new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            daemon(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connections through the proxy; what it takes to open one is not counted. */
    public ConnectionSource source() {
        var through = url.replaceFirst("//[^/]+/", "//127.0.0.1:" + door.getLocalPort() + "/") + "&sslmode=disable";
        return () -> {
            var connection = DriverManager.getConnection(through);
            connections.get(connections.size() - 1).forget();
            return connection;
        };
    }

    /** The round trips of each connection since it was open, in the order of their opening. */
    public List<Integer> roundTrips() {
        return connections.stream().map(ProxiedConnection::roundTrips).toList();
    }

    /** Forgets all connections. */
    public void reset() {
        connections.clear();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            var client = door.accept();
            var server = new Socket(target.getHost(), target.getPort());
            var connection = new ProxiedConnection(client, server);
            connections.add(connection);
            daemon(connection::fromClient);
            daemon(connection::fromServer);
        }
    }

    private static void daemon(Pump pump) {
        var thread = new Thread(() -> {
            try {
                pump.run();
            } catch (IOException e) {
                // one of the two sides has hung up
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Pump {
        void run() throws IOException;
    }
}
