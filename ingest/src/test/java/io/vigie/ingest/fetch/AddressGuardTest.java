package io.vigie.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AddressGuardTest {

    @ParameterizedTest
    @CsvFileSource(resources = "addresses.csv", numLinesToSkip = 1)
    void judges(String address, boolean publicly, boolean privately, String why) throws Exception {
        InetAddress literal = InetAddress.getByName(address);

        assertThat(AddressGuard.PUBLIC.allows(literal)).as(why).isEqualTo(publicly);
        assertThat(AddressGuard.PRIVATE_TOO.allows(literal)).as(why).isEqualTo(privately);
    }
}
