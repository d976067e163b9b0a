package io.vigie.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.vigie.events.Alert;
import io.vigie.events.AlertNotice;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Coverage;
import io.vigie.events.Delivery;
import io.vigie.events.Divergence;
import io.vigie.events.Erasure;
import io.vigie.events.FetchState;
import io.vigie.events.FormulaChange;
import io.vigie.events.PageState;
import io.vigie.events.PressItem;
import io.vigie.events.Redrive;
import io.vigie.events.RuleSet;
import io.vigie.events.SourceDefinition;
import io.vigie.events.Story;
import io.vigie.events.StoryNote;
import io.vigie.events.Surge;
import io.vigie.events.SurgeNotice;
import io.vigie.events.TopicSpec;
import io.vigie.events.Topics;
import io.vigie.events.Triage;
import io.vigie.events.WatchEntry;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The AsyncAPI document of the topics, made of the records themselves: {@code AsyncApiDocument FILE} writes it, and a
 * test compares what is served with what the records say now.
 */
final class AsyncApiDocument {

    private static final Topics TOPICS = Topics.standard();

    /** What a topic carries; several records share one where their keys or their components tell them apart. */
    private record Channel(String key, List<Class<? extends Record>> values, String what) {}

    private final Map<String, Object> schemas = new TreeMap<>();

    private AsyncApiDocument() {}

    public static void main(String[] arguments) throws IOException {
        ObjectMapper mapper = JsonCodec.mapper().enable(SerializationFeature.INDENT_OUTPUT);
        Files.writeString(Path.of(arguments[0]), mapper.writeValueAsString(make()) + "\n");
    }

    static Map<String, Object> make() {
        return new AsyncApiDocument().document();
    }

    private static Map<String, Channel> channels() {
        Map<String, Channel> channels = new TreeMap<>();
        channels.put(TOPICS.sources(), channel("source id", "Sources to watch", SourceDefinition.class));
        channels.put(
                TOPICS.fetchState(),
                channel(
                        "source id; source id, a blank, page",
                        "What ingest remembers",
                        FetchState.class,
                        PageState.class));
        channels.put(TOPICS.watchLedger(), channel("source id", "Every look, successful or not", WatchEntry.class));
        channels.put(TOPICS.pageSnapshots(), channel("SHA-256 of the page", "Page bytes as fetched, gzip"));
        channels.put(TOPICS.pressItems(), channel("item id", "Items as published", PressItem.class));
        channels.put(TOPICS.themes(), channel("content hash, or active", "Rule sets", RuleSet.class));
        channels.put(TOPICS.classifiedItems(), channel("item id", "Items, judged", ClassifiedItem.class));
        channels.put(TOPICS.alerts(), channel("alert id", "Items with a theme", Alert.class));
        channels.put(
                TOPICS.shadowAlerts(), channel("alert id", "Alerts of the rule set on trial, never told", Alert.class));
        channels.put(TOPICS.triage(), channel("alert id", "What the desk decides", Triage.class));
        channels.put(
                TOPICS.outbox(), channel("channel id", "What is to be told", AlertNotice.class, SurgeNotice.class));
        channels.put(TOPICS.deliveryLedger(), channel("channel id", "What was told", Delivery.class));
        channels.put(TOPICS.stories(), channel("story id", "What several outlets say of one event", Story.class));
        channels.put(TOPICS.storyNotes(), channel("story id", "Moves that lead to stories", StoryNote.class));
        channels.put(TOPICS.coverage(), channel("theme, outlet and hour", "Counts of an hour", Coverage.class));
        channels.put(TOPICS.surges(), channel("surge id", "Coverage above its baseline", Surge.class));
        channels.put(TOPICS.divergences(), channel("divergence id", "Editions that differ", Divergence.class));
        channels.put(TOPICS.formulaChanges(), channel("change id", "Set phrases that changed", FormulaChange.class));
        channels.put(TOPICS.deadLetters(), channel("the original key", "Original bytes; why is in the headers"));
        channels.put(
                TOPICS.redriven(),
                channel("place of the dead letter", "Dead letters that were put back", Redrive.class));
        channels.put(TOPICS.erasures(), channel("item id", "Items that were erased on request", Erasure.class));
        return channels;
    }

    @SafeVarargs
    private static Channel channel(String key, String what, Class<? extends Record>... values) {
        return new Channel(key, List.of(values), what);
    }

    private Map<String, Object> document() {
        Map<String, Object> channels = new TreeMap<>();
        Map<String, Object> operations = new TreeMap<>();
        Map<String, TopicSpec> specs = new TreeMap<>();
        TOPICS.all().forEach(spec -> specs.put(spec.name(), spec));
        channels().forEach((topic, channel) -> {
            String id = topic.substring(TOPICS.prefix().length());
            channels.put(id, channel(topic, channel, specs.get(topic)));
            operations.put(id, Map.of("action", "receive", "channel", Map.of("$ref", "#/channels/" + id)));
        });
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put(
                "info",
                Map.of(
                        "title",
                        "Vigie topics",
                        "version",
                        "1",
                        "description",
                        "JSON values with CloudEvents 1.0 attributes as headers (binary mode). Components that are"
                                + " absent are left out; readers ignore what they do not know. The prefix of the"
                                + " names is configurable.",
                        "license",
                        Map.of("name", "Apache-2.0")));
        document.put("defaultContentType", "application/json");
        document.put("channels", channels);
        document.put("operations", operations);
        document.put("components", Map.of("schemas", schemas));
        return document;
    }

    private Map<String, Object> channel(String topic, Channel channel, @Nullable TopicSpec spec) {
        Map<String, Object> messages = new TreeMap<>();
        for (Class<? extends Record> value : channel.values()) {
            messages.put(value.getSimpleName(), Map.of("payload", reference(value)));
        }
        if (messages.isEmpty()) {
            messages.put("bytes", Map.of("contentType", "application/octet-stream"));
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("address", topic);
        described.put("description", channel.what() + ". Key: " + channel.key() + ".");
        described.put("messages", messages);
        if (spec != null) {
            Map<String, Object> kafka = new TreeMap<>();
            kafka.put("partitions", spec.partitions());
            String policy = spec.config().get("cleanup.policy");
            if (policy != null) {
                kafka.put("topicConfiguration", Map.of("cleanup.policy", List.of(policy)));
            }
            described.put("bindings", Map.of("kafka", kafka));
        }
        return described;
    }

    private Map<String, Object> reference(Class<?> type) {
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of());
            schemas.put(name, object(type));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> object(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.put(component.getName(), schema(component.getAnnotatedType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        return object;
    }

    private Map<String, Object> schema(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType parameterized) {
            Type raw = ((ParameterizedType) annotated.getType()).getRawType();
            AnnotatedType[] of = parameterized.getAnnotatedActualTypeArguments();
            return raw == Map.class
                    ? Map.of("type", "object", "additionalProperties", schema(of[1]))
                    : Map.of("type", "array", "items", schema(of[0]));
        }
        return schema((Class<?>) annotated.getType());
    }

    private Map<String, Object> schema(Class<?> type) {
        if (type.isRecord()) {
            return reference(type);
        }
        if (type.isEnum()) {
            return Map.of("enum", names(type));
        }
        return Map.copyOf(PLAIN.getOrDefault(type, Map.of()));
    }

    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(int.class, Map.of("type", "integer")),
            Map.entry(Integer.class, Map.of("type", "integer")),
            Map.entry(long.class, Map.of("type", "integer")),
            Map.entry(Long.class, Map.of("type", "integer")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(Duration.class, Map.of("type", "string", "format", "duration")),
            Map.entry(URI.class, Map.of("type", "string", "format", "uri")));

    private static List<String> names(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Object each : type.getEnumConstants()) {
            String name = ((Enum<?>) each).name();
            try {
                JsonProperty written = type.getField(name).getAnnotation(JsonProperty.class);
                names.add(written == null ? name : written.value());
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
        return names;
    }
}
