package io.vigie.ingest.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Makes {@link TlsSocket}s over sockets that are connected already, and so have passed their guard; no others. */
final class TlsSockets extends SSLSocketFactory {

    private final SSLSocketFactory platform;

    TlsSockets(SSLSocketFactory platform) {
        this.platform = platform;
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        return new TlsSocket((SSLSocket) platform.createSocket(connected, host, port, autoClose));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return platform.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return platform.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unguarded();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw unguarded();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unguarded();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw unguarded();
    }

    private static IOException unguarded() {
        return new IOException("a socket that no guard has seen");
    }
}
