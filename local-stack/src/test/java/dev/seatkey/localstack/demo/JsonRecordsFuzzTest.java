package dev.seatkey.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.Organization;
import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.TestLaunched;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Whatever JSON samples are written in, it is a record, or it is said what is wrong")
class JsonRecordsFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonRecords RECORDS = new JsonRecords(LocalDate.parse("2026-11-22"));
    private static final List<Class<? extends SpecificRecord>> TYPES =
            List.of(Organization.class, PriceListEntry.class, RegisterSale.class, DecideSale.class, TestLaunched.class);

    /** The first byte chooses the type; the rest is JSON. */
    @FuzzTest
    void readsAnyJson(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        var type = TYPES.get(Math.floorMod(bytes[0], TYPES.size()));
        try {
            var record = RECORDS.read(JSON.readTree(Arrays.copyOfRange(bytes, 1, bytes.length)), type);
            assertThat(record).isInstanceOf(type);
        } catch (IOException noJson) {
            assertThat(noJson.getMessage()).isNotEmpty();
        } catch (IllegalArgumentException wrong) {
            assertThat(wrong.getMessage()).isNotEmpty();
        }
    }
}
