package io.vigie.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Processor instances of one application, each in a process of its own, for them to be killed and paused. */
final class Fleet implements AutoCloseable {

    private final Cluster cluster;
    private final Path folder;
    private final Process[] instances;

    private Fleet(Cluster cluster, Path folder, int size) {
        this.cluster = cluster;
        this.folder = folder;
        this.instances = new Process[size];
    }

    /**
     * Starts them; returns before they have joined the group.
     *
     * @param folder gets the state and the log of each
     */
    static Fleet start(Cluster cluster, Path folder, int size) throws IOException {
        Fleet fleet = new Fleet(cluster, folder, size);
        for (int i = 0; i < size; i++) {
            fleet.start(i);
        }
        return fleet;
    }

    /** Kills one (SIGKILL) and starts it again, with what it left on the disk. */
    void killAndRestart(int number) throws IOException, InterruptedException {
        instances[number].destroyForcibly().waitFor();
        start(number);
    }

    /** Stops one (SIGSTOP) as a full collection or a virtual machine that is moved does: it does not know that it stood still. */
    void pause(int number) throws IOException, InterruptedException {
        signal(number, "STOP");
    }

    /** Lets it go on (SIGCONT). */
    void resume(int number) throws IOException, InterruptedException {
        signal(number, "CONT");
    }

    private void signal(int number, String signal) throws IOException, InterruptedException {
        run("kill", "-" + signal, Long.toString(instances[number].pid()));
    }

    /**
     * From now on no file of one can grow beyond so many bytes ({@code prlimit} of util-linux): writes fail (EFBIG) as they
     * do on a full disk (ENOSPC), in a directory that everybody else can write.
     *
     * @param bytes a number, or {@code unlimited}
     */
    void limitFiles(int number, String bytes) throws IOException, InterruptedException {
        run("prlimit", "--pid", Long.toString(instances[number].pid()), "--fsize=" + bytes + ":");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }

    /** What one printed so far. */
    String printed(int number) throws IOException {
        return Files.readString(log(number));
    }

    private Path log(int number) {
        return folder.resolve("instance-" + number + ".log");
    }

    private void start(int number) throws IOException {
        String name = "instance-" + number;
        Process instance = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProcessorMain.class.getName(),
                        cluster.client().get("bootstrap.servers"),
                        cluster.topics().prefix(),
                        folder.resolve(name).toString(),
                        name)
                .redirectErrorStream(true)
                .start();
        instances[number] = instance;
        Thread scribe = new Thread(() -> copy(instance, log(number)), name + "-log");
        scribe.setDaemon(true);
        scribe.start();
    }

    /** A limit on the files of a process does not hold for what it says through a pipe. */
    private static void copy(Process instance, Path log) {
        try (InputStream said = instance.getInputStream();
                OutputStream file = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            said.transferTo(file);
        } catch (IOException e) {
            // It was killed, and its pipe closed: there is nothing more to read.
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (Process instance : instances) {
            if (instance != null) {
                instance.destroyForcibly().waitFor();
            }
        }
    }
}
