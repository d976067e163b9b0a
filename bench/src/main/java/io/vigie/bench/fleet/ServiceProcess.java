package io.vigie.bench.fleet;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A virtual machine on this one's class path, that can be killed and started again. */
public final class ServiceProcess implements AutoCloseable {

    private static final long LONGEST_STOP_SECONDS = 25;
    /** What the launcher {@code vigie} gives. */
    private static final List<String> LAUNCHER =
            List.of("-XX:+UseSerialGC", "-Xss2m", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8");

    private static final List<String> GIVES_WAY = List.of("nice", "-n", "19");

    private final String name;
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final Path log;
    private @Nullable Process process;
    private int kills;

    /**
     * Starts nothing.
     *
     * @param name for people, and of the log file
     * @param options for the virtual machine
     * @param main class and arguments
     * @param environment added to this process's own
     * @param logs folder for what the process prints
     */
    public ServiceProcess(
            String name, List<String> options, List<String> main, Map<String, String> environment, Path logs) {
        this.name = name;
        this.environment = Map.copyOf(environment);
        this.log = logs.resolve(name + ".log");
        this.arguments = new ArrayList<>();
        arguments.add(ProcessHandle.current().info().command().orElse("java"));
        arguments.addAll(LAUNCHER);
        arguments.addAll(options);
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        arguments.addAll(main);
    }

    private ServiceProcess(String name, List<String> arguments, Map<String, String> environment, Path log) {
        this.name = name;
        this.arguments = arguments;
        this.environment = environment;
        this.log = log;
    }

    /** The same, not yet started, giving way to all others as what looks back does when the launcher starts it. */
    public ServiceProcess givingWay() {
        List<String> nice = new ArrayList<>(GIVES_WAY);
        nice.addAll(arguments);
        return new ServiceProcess(name, nice, environment, log);
    }

    /** For people. */
    public String name() {
        return name;
    }

    /** How often it was killed. */
    public int kills() {
        return kills;
    }

    /**
     * Lets none of its files grow beyond so many bytes from now on, as long as this process lives: writes fail (EFBIG) as
     * they do on a full disk (ENOSPC). Done by {@code prlimit} of util-linux, without privileges.
     *
     * @param bytes a number, or {@code unlimited}
     * @return whether it took effect; false when the process does not run or there is no {@code prlimit}
     */
    public synchronized boolean limitFiles(String bytes) throws InterruptedException {
        Process running = process;
        if (running == null) {
            return false;
        }
        try {
            return new ProcessBuilder("prlimit", "--pid", Long.toString(running.pid()), "--fsize=" + bytes + ":")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What it printed. */
    public Path log() {
        return log;
    }

    /**
     * What it takes of the machine at this moment.
     *
     * @throws IllegalStateException when it does not run
     */
    public synchronized Usage usage() {
        if (process == null) {
            throw new IllegalStateException(name + " does not run");
        }
        return Usage.of(process.toHandle());
    }

    /** Starts it, or starts it again; one that runs is left alone. */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    /** Whether it runs. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it was started and is gone although nobody stopped it. */
    public synchronized boolean hasEnded() {
        return process != null && !process.isAlive();
    }

    /** How it ended, if it has ended and nobody stopped it. */
    public synchronized OptionalInt exitCode() {
        return process == null || process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /**
     * SIGKILL: the process does not notice. Returns when it is gone.
     *
     * @return whether there was anything to kill
     */
    public synchronized boolean kill() throws InterruptedException {
        Process running = process;
        if (running == null) {
            return false;
        }
        running.destroyForcibly().waitFor();
        kills++;
        process = null;
        return true;
    }

    /**
     * SIGTERM, and SIGKILL when that does not help in time.
     *
     * @return whether it stopped by itself
     */
    public synchronized boolean stop() throws InterruptedException {
        Process running = process;
        process = null;
        if (running == null) {
            return true;
        }
        running.destroy();
        if (running.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            return true;
        }
        running.destroyForcibly().waitFor();
        return false;
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
