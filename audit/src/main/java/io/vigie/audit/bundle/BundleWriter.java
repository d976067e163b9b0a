package io.vigie.audit.bundle;

import io.vigie.audit.bundle.Manifest.FileEntry;
import io.vigie.audit.topic.PageSnapshot;
import io.vigie.events.Sha256;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes the files of a bundle, the manifest last. */
final class BundleWriter {

    private final Path folder;

    /** Makes the folder; one that has something in it is refused. */
    BundleWriter(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new FileAlreadyExistsException(folder + " is not empty");
            }
        }
    }

    void lines(String file, List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve(file))) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                out.append(BundleRecord.line(record)).append('\n');
            }
        }
    }

    void pages(List<PageSnapshot> pages) throws IOException {
        Pages.write(pages, folder.resolve(BundleFiles.PAGES));
    }

    void ruleSets(Map<String, String> texts) throws IOException {
        Files.createDirectories(folder.resolve(BundleFiles.RULESETS));
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(folder.resolve(BundleFiles.ruleset(text.getKey())), text.getValue());
        }
    }

    Manifest manifest(Manifest.Head head) throws IOException {
        Manifest manifest = Manifest.of(head, entries(folder));
        Files.write(folder.resolve(Manifest.FILE), manifest.encode());
        return manifest;
    }

    /** What is in a folder but for its manifest, in the order of a manifest. */
    static List<FileEntry> entries(Path folder) throws IOException {
        List<FileEntry> entries = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(each -> !Files.isDirectory(each)).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!name.equals(Manifest.FILE)) {
                    byte[] bytes = Files.readAllBytes(path);
                    entries.add(new FileEntry(name, bytes.length, Sha256.hex(bytes)));
                }
            }
        }
        entries.sort(Comparator.comparing(FileEntry::path));
        return entries;
    }
}
