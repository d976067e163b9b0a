package io.vigie.bench.report;

import io.vigie.bench.report.Figure.Role;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets contenders do the same work on one thread, in turns, and measures what they do per second of processor time,
 * which other programs on the machine disturb less than time on the wall.
 */
public final class Contest {

    private record Contender(Role role, LongSupplier work) {}

    private final int rounds;
    private final Duration turn;
    private final Map<String, Contender> contenders = new LinkedHashMap<>();

    /**
     * A contest without contenders.
     *
     * @param rounds that count; one more is run before them, for the compiler
     * @param turn least processor time of one contender in one round
     */
    public Contest(int rounds, Duration turn) {
        this.rounds = rounds;
        this.turn = turn;
    }

    /**
     * Adds a contender.
     *
     * @param work does some work and tells how much, in the unit that is compared
     */
    public Contest enter(String name, Role role, LongSupplier work) {
        contenders.put(name, new Contender(role, work));
        return this;
    }

    /** Runs all rounds: amounts of work per second of processor time. */
    public List<Figure> run() {
        contenders.forEach((name, contender) -> perSecond(contender.work()));
        Trials trials = new Trials();
        for (int round = 0; round < rounds; round++) {
            contenders.forEach((name, contender) -> trials.add(name, contender.role(), perSecond(contender.work())));
        }
        return trials.figures();
    }

    private double perSecond(LongSupplier work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        long done = 0;
        long spent;
        do {
            done += work.getAsLong();
            spent = threads.getCurrentThreadCpuTime() - begin;
        } while (spent < turn.toNanos());
        return done * 1e9 / spent;
    }
}
