package io.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code target/vigie-sbom.json}, the CycloneDX bill of materials that the build makes, against what is shipped. */
class SupplyChainIT {

    private static final Path SBOM = Path.of("target", "vigie-sbom.json");
    private static final Path SHIPPED = Path.of("target", "vigie", "lib");

    /** Licences that the product may carry along, as the parts name them; NOTICE says what Elasticsearch's asks for. */
    private static final Set<String> ACCEPTED = Set.of(
            "Apache-2.0",
            "Apache License 2",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "Go License",
            "Elastic-2.0",
            "EPL-1.0",
            "EPL-2.0",
            "CDDL-1.0",
            "CC0-1.0",
            "ICU",
            "Unicode/ICU License",
            "Unicode-DFS-2015",
            "Unicode-3.0");

    private List<JsonNode> components = List.of();

    @BeforeEach
    void read() throws IOException {
        // Making it asks repositories for licences, so that an offline build (-o) has none.
        assumeTrue(Files.exists(SBOM), "the build was offline and made no " + SBOM);
        JsonNode sbom = new ObjectMapper().readTree(SBOM.toFile());
        assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        components = Stream.iterate(0, i -> i < sbom.path("components").size(), i -> i + 1)
                .map(i -> sbom.path("components").get(i))
                .toList();
    }

    @Test
    void namesEveryJarThatIsShipped() throws IOException {
        Set<String> named = components.stream()
                .map(part ->
                        part.path("name").asText() + "-" + part.path("version").asText() + ".jar")
                .collect(Collectors.toSet());
        Set<String> shipped = new HashSet<>();
        try (Stream<Path> jars = Files.list(SHIPPED)) {
            jars.map(jar -> jar.getFileName().toString()).forEach(shipped::add);
        }
        shipped.removeIf(jar -> jar.startsWith("cli-"));

        assertThat(named).containsAll(shipped);
    }

    @Test
    void everyPartHasALicenceThatIsAccepted() {
        Set<String> others = new TreeSet<>();
        for (JsonNode part : components) {
            Set<String> licences = new TreeSet<>();
            part.path("licenses").forEach(entry -> {
                JsonNode licence = entry.path("license");
                licences.add(licence.path("id")
                        .asText(licence.path("name")
                                .asText(entry.path("expression").asText())));
            });
            if (!part.path("group").asText().equals("io.vigie")
                    && licences.stream().noneMatch(ACCEPTED::contains)) {
                others.add(part.path("purl").asText() + " " + licences);
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void everyPartIsPinnedAndHashed() {
        assertThat(components).isNotEmpty().allSatisfy(part -> {
            assertThat(part.path("hashes").toString()).contains("SHA-256");
            assertThat(part.path("version").asText()).doesNotContain("LATEST");
            if (!part.path("group").asText().equals("io.vigie")) {
                assertThat(part.path("version").asText()).doesNotContain("SNAPSHOT");
            }
        });
    }
}
