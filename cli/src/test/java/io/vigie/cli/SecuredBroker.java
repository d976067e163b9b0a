package io.vigie.cli;

import io.vigie.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A broker behind TLS with an authority of its own, whose clients show a name and a password (SASL/PLAIN). */
final class SecuredBroker implements AutoCloseable {

    private static final String STORE_PASSWORD = "changeit";
    private static final List<String> PRINCIPALS = List.of("admin", "broker", "ingest", "processor", "sink", "desk");

    private final EmbeddedKafka kafka;
    private final Path folder;

    private SecuredBroker(EmbeddedKafka kafka, Path folder) {
        this.kafka = kafka;
        this.folder = folder;
    }

    static SecuredBroker start(Path folder) throws IOException, InterruptedException {
        makeCertificate(folder);
        String accounts = PRINCIPALS.stream()
                .map(name -> "user_" + name + "=\"" + password(name) + "\"")
                .collect(Collectors.joining(" "));
        Map<String, String> settings = new HashMap<>(tls(folder));
        settings.putAll(Map.of(
                "listener.security.protocol.map", "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT",
                "ssl.keystore.location", folder.resolve("broker.p12").toString(),
                "ssl.keystore.password", STORE_PASSWORD,
                "sasl.enabled.mechanisms", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "listener.name.plaintext.plain.sasl.jaas.config",
                        login("broker", password("broker")).replace(";", " " + accounts + ";"),
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                // The controller's listener is on loopback and knows no names.
                "super.users", "User:admin;User:broker;User:ANONYMOUS"));
        EmbeddedKafka kafka = EmbeddedKafka.at(folder.resolve("kafka"))
                .port(0)
                .settings(settings)
                .start();
        return new SecuredBroker(kafka, folder);
    }

    /** Client settings of a principal, as {@code kafka.properties} of {@code vigie.yaml} would have them. */
    Map<String, String> client(String principal) {
        Map<String, String> settings = new HashMap<>(tls(folder));
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("sasl.jaas.config", login(principal, password(principal)));
        return settings;
    }

    static String login(String principal, String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + principal
                + "\" password=\"" + password + "\";";
    }

    @Override
    public void close() {
        kafka.close();
    }

    private static String password(String principal) {
        return principal + "-secret";
    }

    private static Map<String, String> tls(Path folder) {
        return Map.of(
                "ssl.truststore.location",
                folder.resolve("trusted.p12").toString(),
                "ssl.truststore.password",
                STORE_PASSWORD);
    }

    /** A certificate for 127.0.0.1 that is its own authority, in {@code broker.p12}; and {@code trusted.p12} that knows it. */
    private static void makeCertificate(Path folder) throws IOException, InterruptedException {
        Path own = folder.resolve("broker.p12");
        Path certificate = folder.resolve("broker.pem");
        keytool("-genkeypair -keyalg RSA -dname CN=vigie-test -validity 2 -ext san=ip:127.0.0.1", own);
        keytool("-exportcert -rfc -file " + certificate, own);
        keytool("-importcert -noprompt -file " + certificate, folder.resolve("trusted.p12"));
    }

    private static void keytool(String what, Path store) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(keytool.toString()));
        command.addAll(List.of(what.split(" ")));
        command.addAll(List.of(
                "-alias",
                "broker",
                "-storetype",
                "PKCS12",
                "-storepass",
                STORE_PASSWORD,
                "-keystore",
                store.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool " + what + " failed");
        }
    }
}
