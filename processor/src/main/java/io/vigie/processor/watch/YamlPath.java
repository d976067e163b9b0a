package io.vigie.processor.watch;

import io.vigie.events.yaml.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A place in a rule file: it words what is wrong there, and checks what all places have in common. */
final class YamlPath {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final String file;
    private final String yaml;
    private final List<Object> steps;

    private YamlPath(String file, String yaml, List<Object> steps) {
        this.file = file;
        this.yaml = yaml;
        this.steps = steps;
    }

    /** The beginning of a file. */
    static YamlPath root(String file, String yaml) {
        return new YamlPath(file, yaml, List.of());
    }

    /** What stands under a key (a string) or at an index (an integer). */
    YamlPath in(Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new YamlPath(file, yaml, longer);
    }

    /** The exception to throw: file, line, path, what is wrong. */
    ConfigurationException wrong(String what) {
        String path = steps.stream()
                .map(step -> step instanceof Integer ? "[" + step + "]" : "." + step)
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        return new ConfigurationException(file + " line " + YamlLines.line(yaml, steps) + ", " + path + ": " + what);
    }

    <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw wrong("is missing; write " + what);
        }
        return value;
    }

    String id(@Nullable String id, String what) {
        if (id == null || !ID.matcher(id).matches()) {
            throw wrong(what + " needs an id of a-z, 0-9 and '-', not '" + id + "'");
        }
        return id;
    }

    String language(@Nullable String language) {
        if (language == null || !LANGUAGE.matcher(language).matches()) {
            throw wrong("'" + language + "' is not a language code such as fr, en, uk");
        }
        return language;
    }

    double between(double least, double most, @Nullable Double value, double otherwise) {
        double number = value == null ? otherwise : value;
        if (!(number >= least && number <= most)) {
            throw wrong("must be between " + least + " and " + most + ", not " + number);
        }
        return number;
    }
}
