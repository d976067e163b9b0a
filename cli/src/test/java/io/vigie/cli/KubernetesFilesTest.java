package io.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import io.vigie.cli.config.ConfigFolder;
import io.vigie.cli.config.VigieConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** {@code docker/kubernetes} against the Kubernetes API's model and against the commands that it starts. */
class KubernetesFilesTest {

    private static final Path FOLDER = Path.of("..", "docker", "kubernetes");

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "processor", "sink", "desk"})
    void isWhatTheClusterAccepts(String stage) throws IOException {
        for (JsonObject resource : resources(FOLDER.resolve(stage + ".yaml"))) {
            validate(resource);
        }
    }

    @Test
    void anUnknownFieldWouldBeSeen() throws IOException {
        JsonObject deployment = resources(FOLDER.resolve("desk.yaml")).get(0);
        container(deployment).addProperty("readynessProbe", "typo");

        assertThatThrownBy(() -> validate(deployment)).hasMessageContaining("readynessProbe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "processor", "sink", "desk"})
    void startsACommandThatThereIs(String stage) throws IOException {
        JsonObject workload = resources(FOLDER.resolve(stage + ".yaml")).stream()
                .filter(resource -> resource.getAsJsonObject("spec").has("template"))
                .findFirst()
                .orElseThrow();
        String[] arguments = container(workload).getAsJsonArray("args").asList().stream()
                .map(JsonElement::getAsString)
                .toArray(String[]::new);

        assertThat(Vigie.commandLine()
                        .parseArgs(arguments)
                        .subcommand()
                        .commandSpec()
                        .name())
                .isEqualTo(stage);
        assertThat(container(workload).toString()).contains("\"containerPort\":9464", "/livez", "/readyz");
    }

    @Test
    void carriesAConfigurationThatIsAccepted(@TempDir Path mounts) throws IOException {
        Files.createDirectories(mounts.resolve("secrets"));
        Files.writeString(mounts.resolve("secrets/desk-token"), "a-token-of-sufficient-length\n");
        Files.writeString(mounts.resolve("secrets/elasticsearch-api-key"), "key\n");
        String text = Files.readString(FOLDER.resolve("config/vigie.yaml")).replace("/etc/vigie/", mounts + "/");
        Files.writeString(mounts.resolve("vigie.yaml"), text);

        VigieConfig config = VigieConfig.load(new ConfigFolder(mounts), ConfigFolder.yaml());

        assertThat(config.desk().token()).isEqualTo("a-token-of-sufficient-length");
        assertThat(config.elasticsearch().apiKey()).isEqualTo("key");
        assertThat(config.metrics().address(0).getPort()).isEqualTo(9464);
    }

    private static void validate(JsonObject resource) throws IOException {
        switch (resource.get("kind").getAsString()) {
            case "Deployment" -> V1Deployment.validateJsonElement(resource);
            case "StatefulSet" -> V1StatefulSet.validateJsonElement(resource);
            case "Service" -> V1Service.validateJsonElement(resource);
            case "PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(resource);
            case "HorizontalPodAutoscaler" -> V2HorizontalPodAutoscaler.validateJsonElement(resource);
            default -> throw new AssertionError("no model for " + resource.get("kind"));
        }
    }

    private static JsonObject container(JsonObject workload) {
        JsonArray containers = workload.getAsJsonObject("spec")
                .getAsJsonObject("template")
                .getAsJsonObject("spec")
                .getAsJsonArray("containers");
        return containers.get(0).getAsJsonObject();
    }

    private static List<JsonObject> resources(Path file) throws IOException {
        List<JsonObject> resources = new ArrayList<>();
        Gson gson = new Gson();
        for (Object document : new Yaml().loadAll(Files.readString(file))) {
            resources.add(gson.toJsonTree(document).getAsJsonObject());
        }
        return resources;
    }
}
