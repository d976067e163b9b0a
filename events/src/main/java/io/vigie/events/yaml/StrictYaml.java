package io.vigie.events.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * YAML text into a record, strictly: an unknown key, a wrong type or a value that the record refuses is a
 * {@link ConfigurationException} such as
 *
 * <pre>sources.yaml line 7, sources[1].evry: unknown key; known keys are country, enabled, every, …</pre>
 *
 * Scalars may hold {@code ${NAME}} or {@code ${NAME:default}}, filled in from the environment, and
 * {@code ${file:/run/secrets/name}}, filled in with what stands in that UTF-8 file, without white space around it.
 */
public final class StrictYaml {

    private static final int LARGEST_DOCUMENT = 16 * 1024 * 1024;

    private final Function<String, @Nullable String> environment;
    private final Function<String, @Nullable String> files;

    /**
     * Reads with the given variables and without files.
     *
     * @param environment value of a variable, or {@code null} when it is not set
     */
    public StrictYaml(Function<String, @Nullable String> environment) {
        this(environment, file -> null);
    }

    /**
     * Reads with the given variables and files.
     *
     * @param environment value of a variable, or {@code null} when it is not set; {@code System::getenv} in production
     * @param files text of the file at a path, or {@code null} when it cannot be read
     */
    public StrictYaml(Function<String, @Nullable String> environment, Function<String, @Nullable String> files) {
        this.environment = environment;
        this.files = files;
    }

    /**
     * Reads a whole document.
     *
     * @param file name to put in messages
     * @param text of the file
     * @param type record to make of it
     * @throws ConfigurationException with one line that says what to mend
     */
    public <T> T read(String file, String text, Class<T> type) {
        YAMLMapper mapper = mapper();
        try (JsonParser yaml = mapper.getFactory().createParser(text);
                JsonParser parser = new PlaceholderParser(yaml, environment, files)) {
            if (parser.nextToken() == null || parser.currentToken() == JsonToken.VALUE_NULL) {
                throw new ConfigurationException(file + ": is empty; remove it to use the defaults");
            }
            return mapper.readValue(parser, type);
        } catch (JsonMappingException e) {
            throw new ConfigurationException(file + position(e.getLocation()) + path(e) + ": " + reason(e), e);
        } catch (JsonProcessingException e) {
            throw new ConfigurationException(
                    file + position(e.getLocation()) + ": is not YAML: " + firstLine(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new ConfigurationException(file + ": " + e.getMessage(), e);
        }
    }

    private static YAMLMapper mapper() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LARGEST_DOCUMENT);
        YAMLFactory factory = YAMLFactory.builder()
                .loaderOptions(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return YAMLMapper.builder(factory)
                .addModules(new JavaTimeModule(), new Jdk8Module())
                .addModule(new SimpleModule()
                        .addDeserializer(Duration.class, new HumanDurationDeserializer())
                        .setDeserializerModifier(new KnownKeys()))
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    private static String position(@Nullable JsonLocation location) {
        return location == null ? "" : " line " + location.getLineNr();
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        return path.isEmpty() ? "" : ", " + path;
    }

    private static String reason(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown key; known keys are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (e.getCause() instanceof JacksonYAMLParseException yaml) {
            return "is not YAML: " + firstLine(yaml.getOriginalMessage());
        }
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return String.valueOf(e.getCause().getMessage());
        }
        return firstLine(e.getOriginalMessage());
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse(message);
    }
}
