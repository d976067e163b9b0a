package io.vigie.cli;

import io.vigie.audit.topic.RuleSets;
import io.vigie.cli.config.ConfigFolder;
import io.vigie.events.RuleSet;
import io.vigie.events.yaml.ConfigurationException;
import io.vigie.processor.watch.ThemeRules;
import java.nio.file.Files;
import java.nio.file.Path;

/** A rule set that somebody names on the command line: by file, or by the hash under which it was published. */
final class GivenRules {

    private GivenRules() {}

    /**
     * Finds it.
     *
     * @throws ConfigurationException when there is neither such a file nor such a set, or it cannot be used
     */
    static RuleSet find(String name, Archive topics) {
        Path file = Path.of(name);
        if (Files.exists(file)) {
            String text = ConfigFolder.readFile(file);
            ThemeRules.parse(name, text);
            return RuleSet.of(text);
        }
        return RuleSets.read(topics.access(), topics.topics())
                .find(name)
                .orElseThrow(() -> new ConfigurationException(
                        name + ": neither a file nor the hash of one rule set that was published; see `vigie themes"
                                + " history`"));
    }
}
