package io.vigie.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    @Test
    void theTreeOfNothingIsTheHashOfNothing() {
        assertThat(MerkleTree.root(List.of()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void aLeafIsHashedWithAZeroInFrontOfIt() {
        assertThat(root("")).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void orderAndBordersCount() {
        assertThat(root("a", "b", "c")).isNotEqualTo(root("a", "c", "b")).isNotEqualTo(root("a", "bc"));
        assertThat(root("a", "b")).isNotEqualTo(root("a", "b", ""));
    }

    private static String root(String... leaves) {
        return MerkleTree.root(Stream.of(leaves)
                .map(leaf -> leaf.getBytes(StandardCharsets.UTF_8))
                .toList());
    }
}
