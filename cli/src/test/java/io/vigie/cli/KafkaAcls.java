package io.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights in {@code docker/kafka-acls.csv}. */
final class KafkaAcls {

    private static final Path FILE = Path.of("..", "docker", "kafka-acls.csv");

    private KafkaAcls() {}

    static List<AclBinding> read() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .flatMap(KafkaAcls::bindings)
                .toList();
    }

    private static Stream<AclBinding> bindings(String line) {
        String[] cells = line.toUpperCase(Locale.ROOT).split(",");
        String[] asWritten = line.split(",");
        ResourcePattern resource =
                new ResourcePattern(ResourceType.valueOf(cells[1]), asWritten[2], PatternType.valueOf(cells[3]));
        return Arrays.stream(cells[4].split(" "))
                .map(operation -> new AclBinding(
                        resource,
                        new AccessControlEntry(
                                "User:" + asWritten[0],
                                "*",
                                AclOperation.valueOf(operation),
                                AclPermissionType.ALLOW)));
    }
}
