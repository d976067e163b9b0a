package io.vigie.audit.replay;

import io.vigie.audit.Production;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.events.Topics;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A replay in a process of its own that stops half-way, says so, and waits to be killed. */
final class ReplayUntilKilled {

    static final String VERDICTS = "verdicts.jsonl";
    static final String CHECKPOINT = "checkpoint";

    private static final String HALF_WAY = "half-way";

    private ReplayUntilKilled() {}

    /** Returns when the child was killed, after so many batches. */
    static void inAChildProcess(Production production, Path folder, int batches) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplayUntilKilled.class.getName(),
                        production.broker().bootstrapServers(),
                        production.topics().prefix(),
                        folder.toString(),
                        Integer.toString(batches))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder said = new StringBuilder();
            for (String line = out.readLine(); !HALF_WAY.equals(line); line = out.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("the child ended by itself:\n" + said);
                }
                said.append(line).append('\n');
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> kafka = Map.of("bootstrap.servers", arguments[0], "max.poll.records", "2");
        Path folder = Path.of(arguments[2]);
        int[] left = {Integer.parseInt(arguments[3])};
        new Replay(new TopicAccess(kafka), new Topics(arguments[1]), 2, Pace.free(), 3)
                .run(
                        ReplayCase.request(ReplayCase.OTHERS),
                        folder.resolve(VERDICTS),
                        folder.resolve(CHECKPOINT),
                        (done, total) -> {
                            left[0]--;
                            if (left[0] == 0) {
                                waitForTheEnd();
                            }
                        },
                        ReplayedAlerts.NONE);
    }

    private static void waitForTheEnd() {
        System.out.println(HALF_WAY);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
