package io.vigie.audit.bundle;

import io.vigie.audit.bundle.Manifest.FileEntry;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.json.MalformedEventException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Proves a bundle, or says what in it does not hold. First that it is what was exported: every file against the manifest,
 * the manifest against its own root. Then that it is right: {@link Rederivation}.
 */
public final class BundleVerifier {

    private BundleVerifier() {}

    /**
     * What came of it.
     *
     * @param root of the manifest; absent when it cannot be read
     * @param software that made the bundle
     * @param alerts in it
     * @param items in it
     * @param findings what does not hold; empty when all does
     */
    public record Verification(
            @Nullable String root, @Nullable String software, int alerts, int items, List<Finding> findings) {

        public Verification {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Verifies a bundle; never throws because of what is in it.
     *
     * @param noted root that somebody noted when the bundle was made; absent to go by the manifest's own
     * @throws IOException when the folder cannot be read
     */
    public static Verification verify(Path folder, @Nullable String noted) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Manifest manifest = manifest(folder, findings);
        if (manifest != null) {
            whole(folder, manifest, noted, findings);
        }
        Rederivation again = new Rederivation(folder, findings);
        again.run();
        return new Verification(
                manifest == null ? null : manifest.root(),
                manifest == null ? null : manifest.head().software(),
                again.alerts(),
                again.items(),
                findings);
    }

    private static @Nullable Manifest manifest(Path folder, List<Finding> findings) throws IOException {
        Path file = folder.resolve(Manifest.FILE);
        if (!Files.exists(file)) {
            findings.add(new Finding(Manifest.FILE, "is missing"));
            return null;
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            Manifest read = JsonCodec.of(Manifest.class).decode(bytes);
            Manifest right = Manifest.of(read.head(), read.files());
            if (!right.root().equals(read.root())) {
                findings.add(new Finding(Manifest.FILE, "its root is not that of its content: " + right.root()));
            } else if (!Arrays.equals(right.encode(), bytes)) {
                findings.add(new Finding(Manifest.FILE, "is not written as Vigie writes it"));
            }
            if (!Manifest.FORMAT.equals(read.head().format())) {
                findings.add(new Finding(Manifest.FILE, "format is not " + Manifest.FORMAT));
            }
            return read;
        } catch (MalformedEventException | NullPointerException e) {
            findings.add(new Finding(Manifest.FILE, "is not a manifest"));
            return null;
        }
    }

    private static void whole(Path folder, Manifest manifest, @Nullable String noted, List<Finding> findings)
            throws IOException {
        if (noted != null && !noted.equals(manifest.root())) {
            findings.add(new Finding(Manifest.FILE, "root " + manifest.root() + " is not the one that was noted"));
        }
        Map<String, FileEntry> there = BundleWriter.entries(folder).stream()
                .collect(
                        Collectors.toMap(FileEntry::path, Function.identity(), (first, second) -> first, TreeMap::new));
        for (FileEntry listed : manifest.files()) {
            FileEntry found = there.remove(listed.path());
            if (found == null) {
                findings.add(new Finding(listed.path(), "is missing"));
            } else if (!found.equals(listed)) {
                findings.add(new Finding(
                        listed.path(),
                        "was changed: SHA-256 " + found.sha256() + " of " + found.bytes() + " bytes, not "
                                + listed.sha256() + " of " + listed.bytes()));
            }
        }
        there.keySet().forEach(path -> findings.add(new Finding(path, "is not in the manifest")));
    }
}
