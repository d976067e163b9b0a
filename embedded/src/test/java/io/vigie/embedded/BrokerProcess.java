package io.vigie.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker that can be killed: {@code BrokerProcess DATA-DIRECTORY PORT}. */
final class BrokerProcess {

    private BrokerProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedKafka kafka = EmbeddedKafka.at(Path.of(arguments[0]))
                .port(Integer.parseInt(arguments[1]))
                .start();
        System.out.println(kafka.bootstrapServers());
        new CountDownLatch(1).await();
    }
}
