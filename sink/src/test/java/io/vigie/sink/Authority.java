package io.vigie.sink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that nobody has heard of, and a server on 127.0.0.1 that it vouches for. */
public final class Authority {

    private static final String PASSWORD = "changeit";

    private final Path pem;
    private final SSLContext server;

    private Authority(Path pem, SSLContext server) {
        this.pem = pem;
        this.server = server;
    }

    /** Makes one, with its files in a folder of its own. */
    public static Authority in(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("authority.p12");
        Path pem = folder.resolve("authority.pem");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-alias", "ca", "-dname", "CN=Authority", "-ext", "bc=ca:true");
        keytool(
                store,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-signer",
                "ca",
                "-alias",
                "server",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1");
        keytool(store, "-exportcert", "-rfc", "-alias", "ca", "-file", pem.toString());
        return new Authority(pem, server(store));
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + List.of(arguments));
        }
    }

    private static SSLContext server(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        keys.deleteEntry("ca"); // a server has its own key only
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** What whoever trusts it has to be given. */
    public Path pem() {
        return pem;
    }

    /** For a server that shows the certificate. */
    public SSLContext server() {
        return server;
    }
}
