package io.vigie.processor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

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
        String pid = Long.toString(instances[number].pid());
        int exit = new ProcessBuilder("kill", "-" + signal, pid)
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("signal " + signal + " was not delivered");
        }
    }

    private void start(int number) throws IOException {
        String name = "instance-" + number;
        instances[number] = new ProcessBuilder(
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
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), name + ".log")))
                .start();
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
