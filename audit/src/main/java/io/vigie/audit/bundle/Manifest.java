package io.vigie.audit.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.vigie.events.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is in a bundle: {@code manifest.json}.
 *
 * @param head what the bundle is
 * @param files all others of the folder, in alphabetical order of their paths
 * @param root Merkle root over head and files, 64 lower-case hex digits
 */
public record Manifest(Head head, List<FileEntry> files, String root) {

    static final String FILE = "manifest.json";
    static final String FORMAT = "vigie-audit-bundle/1";

    /**
     * What the bundle is.
     *
     * @param format {@value #FORMAT}
     * @param software version that made it
     * @param selection what was asked for
     */
    public record Head(String format, String software, String selection) {}

    /**
     * One file.
     *
     * @param path relative, with slashes
     * @param bytes its size
     * @param sha256 of its content, lower-case hex
     */
    public record FileEntry(String path, long bytes, String sha256) {}

    public Manifest {
        files = List.copyOf(files);
    }

    /** A manifest with its root. */
    static Manifest of(Head head, List<FileEntry> files) {
        List<byte[]> leaves = new ArrayList<>();
        leaves.add(utf8(head.format() + "\n" + head.software() + "\n" + head.selection()));
        files.forEach(file -> leaves.add(utf8(file.sha256() + "  " + file.bytes() + "  " + file.path())));
        return new Manifest(head, files, MerkleTree.root(leaves));
    }

    /** The only bytes that this manifest can have. */
    byte[] encode() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        try {
            return utf8(JsonCodec.mapper().writer(printer).writeValueAsString(this) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest that Jackson cannot write", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
