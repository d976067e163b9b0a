package io.vigie.sink;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Authorities whose certificates a connection takes, and no others: what a key {@code ca} of the configuration names. */
public final class Trust {

    private final Path pem;
    private final X509TrustManager manager;
    private final SSLContext context;

    private Trust(Path pem, X509TrustManager manager, SSLContext context) {
        this.pem = pem;
        this.manager = manager;
        this.context = context;
    }

    /**
     * Reads a PEM file (RFC 7468) of one or more certificates.
     *
     * @throws IOException when it cannot be read or holds none; the message names it
     */
    public static Trust read(Path pem) throws IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw new IOException("ca " + pem + " holds no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            TrustManager[] managers = trust.getTrustManagers();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return new Trust(pem, x509(managers), context);
        } catch (GeneralSecurityException e) {
            throw new IOException("ca " + pem + " is not a PEM file of certificates", e);
        } catch (NoSuchFileException e) {
            throw new IOException("ca " + pem + " is not there", e);
        }
    }

    /**
     * The same for a path as it stands in the configuration.
     *
     * @throws IllegalArgumentException when the file cannot be read or holds none; the message names it
     */
    @JsonCreator
    public static Trust configured(String pem) {
        try {
            return read(Path.of(pem));
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static X509TrustManager x509(TrustManager[] managers) {
        return Stream.of(managers)
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("PKIX is about X.509 certificates"));
    }

    /** Opens connections that trust these authorities. */
    public SSLContext context() {
        return context;
    }

    /** Judges a chain of certificates, for clients that ask for it beside the context. */
    public X509TrustManager manager() {
        return manager;
    }

    @Override
    public String toString() {
        return pem.toString();
    }
}
