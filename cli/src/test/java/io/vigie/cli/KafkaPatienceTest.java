package io.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class KafkaPatienceTest {

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void triesAgainWhileNoBrokerAnswers() throws InterruptedException {
        boolean done = new KafkaPatience(() -> true).tryUntilDone(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("the topics could not be made", new TimeoutException("no node"));
            }
        });

        assertThat(done).isTrue();
        assertThat(tries).hasValue(3);
    }

    @Test
    void givesUpWhenItIsToStop() throws InterruptedException {
        boolean done = new KafkaPatience(() -> tries.get() < 2).tryUntilDone(() -> {
            tries.incrementAndGet();
            throw new TimeoutException("no node");
        });

        assertThat(done).isFalse();
        assertThat(tries).hasValue(2);
    }

    @Test
    void doesNotRepeatWhatABrokerRefuses() {
        assertThatThrownBy(() -> new KafkaPatience(() -> true).tryUntilDone(() -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("no", new SaslAuthenticationException("wrong password"));
                }))
                .hasRootCauseInstanceOf(SaslAuthenticationException.class);
        assertThat(tries).hasValue(1);
    }
}
