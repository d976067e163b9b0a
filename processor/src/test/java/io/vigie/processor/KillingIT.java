package io.vigie.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link Killing}. */
class KillingIT {

    private static final int ITEMS = 600;

    @TempDir
    private Path folder;

    @Test
    void noAlertIsLostOrToldTwiceWhenInstancesAreKilledOrStandStill() throws Exception {
        assertThat(Killing.run(folder, 3, ITEMS, 7))
                .isEqualTo(new Reckoning.Result(ITEMS + 2 * Killing.WHILE_PAUSED, Set.of(), Set.of(), Set.of()));
    }
}
