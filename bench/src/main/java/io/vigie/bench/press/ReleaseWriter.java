package io.vigie.bench.press;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes releases: the same seed gives the same items, whatever the machine.
 *
 * <p>About half of them have a theme. One in a hundred claims to be of 1970 or of 2099, as real feeds do.
 */
public final class ReleaseWriter {

    private static final int CLOCK_JUMPS = 100;
    private static final int HOUR = 3_600;
    private static final Instant LONG_AGO = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant FAR_OFF = Instant.parse("2099-12-31T23:59:59Z");

    private final long seed;
    private final int sources;
    private final Instant begin;

    /**
     * Writes nothing yet.
     *
     * @param now the releases are dated within the hour before
     */
    public ReleaseWriter(long seed, int sources, Instant now) {
        this.seed = seed;
        this.sources = sources;
        this.begin = now.truncatedTo(ChronoUnit.SECONDS).minusSeconds(HOUR);
    }

    /** The item with this number; asking again gives an equal one. */
    public Release item(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        Tongue tongue = Tongue.values()[random.nextInt(Tongue.values().length)];
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(tongue.opening(random, number));
        if (random.nextInt(2) == 0) {
            paragraphs.add(tongue.themed(random));
        }
        for (int i = 0; i < 3; i++) {
            paragraphs.add(tongue.plain(random));
        }
        return new Release(
                number % sources,
                number,
                tongue.language(),
                tongue.headline(random, number),
                paragraphs,
                dateline(random, number));
    }

    private Instant dateline(Random random, int number) {
        int jump = random.nextInt(2 * CLOCK_JUMPS);
        if (jump == 0) {
            return LONG_AGO;
        }
        return jump == 1 ? FAR_OFF : begin.plusSeconds(number % HOUR);
    }
}
