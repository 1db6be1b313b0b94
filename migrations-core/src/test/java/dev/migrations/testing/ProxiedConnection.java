package dev.migrations.testing;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;

/** Two sockets, and how often the client spoke after it had listened: each time is a round trip. */
final class ProxiedConnection {

    /** {@code Terminate} takes no answer (PostgreSQL manual, "Message Formats"). */
    private static final byte[] TERMINATE = {'X', 0, 0, 0, 4};

    private final Socket client;
    private final Socket server;
    private int roundTrips;
    private boolean clientMaySpeak = true;

    ProxiedConnection(Socket client, Socket server) throws IOException {
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    synchronized int roundTrips() {
        return roundTrips;
    }

    synchronized void forget() {
        roundTrips = 0;
        clientMaySpeak = true;
    }

    void fromClient() throws IOException {
        pump(client, server, this::clientSpoke);
    }

    void fromServer() throws IOException {
        pump(server, client, bytes -> serverSpoke());
    }

    private synchronized void clientSpoke(byte[] bytes) {
        if (clientMaySpeak && !Arrays.equals(bytes, TERMINATE)) {
            roundTrips++;
            clientMaySpeak = false;
        }
    }

    private synchronized void serverSpoke() {
        clientMaySpeak = true;
    }

    private static void pump(Socket from, Socket to, Listener listener) throws IOException {
        try (from;
                to) {
            var buffer = new byte[1 << 16];
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                // heard before it is passed on, so that the answer cannot overtake the question
                listener.hear(Arrays.copyOf(buffer, length));
                out.write(buffer, 0, length);
            }
        }
    }

    private interface Listener {
        void hear(byte[] bytes);
    }
}
