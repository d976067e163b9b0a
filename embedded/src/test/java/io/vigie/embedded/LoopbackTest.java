package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @Test
    void findsAFreePort() {
        assertThat(Loopback.claim(0, "kafka.port")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void namesTheTakenPortAndTheRemedy(String listener) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(listener))) {
            int port = other.getLocalPort();
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> Loopback.claim(port, "kafka.port"))
                    .withMessage("port %d on 127.0.0.1 is taken; stop the other program or set kafka.port: 0"
                            .formatted(port));
        }
    }
}
