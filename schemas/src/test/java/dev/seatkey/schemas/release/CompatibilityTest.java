package dev.seatkey.schemas.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Plants changes into a contract and looks at what the gate says. */
class CompatibilityTest {
    private static final String NAME = "dev.seatkey.contract.Ticket";
    private static final String RELEASED = """
            {"type": "record", "name": "Ticket", "namespace": "dev.seatkey.contract", "fields": [
              {"name": "ticketId", "type": "string"},
              {"name": "note", "type": ["null", "string"], "default": null},
              {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 24, "scale": 4}},
              {"name": "soldAt", "type": {"type": "long", "logicalType": "timestamp-millis"}},
              {"name": "state", "type": {"type": "enum", "name": "State", "symbols": ["UNKNOWN", "OPEN"], "default": "UNKNOWN"}},
              {"name": "owner", "type": {"type": "record", "name": "Owner", "fields": [
                {"name": "ownerId", "type": "string"}]}}
            ]}
            """;

    @Test
    void letsAnUnchangedContractPass() {
        assertThat(breachesOf(schema -> schema)).isEmpty();
    }

    @Test
    void letsANewFieldWithADefaultPass() {
        assertThat(breachesOf(adding("{\"name\": \"seats\", \"type\": \"int\", \"default\": 0}")))
                .isEmpty();
    }

    @Test
    void letsTheRemovalOfAFieldWithADefaultPass() {
        assertThat(breachesOf(
                        replacing("{\"name\": \"note\", \"type\": [\"null\", \"string\"], \"default\": null},", "")))
                .isEmpty();
    }

    @Test
    void letsANewSymbolOfAnEnumWithADefaultPass() {
        assertThat(breachesOf(replacing("\"OPEN\"]", "\"OPEN\", \"CLOSED\"]"))).isEmpty();
    }

    @Test
    void letsANewRecordTypePass() {
        Release today = new Release(
                "today",
                Map.of(NAME, parsed(RELEASED), "dev.seatkey.contract.Visit", visit()),
                new TreeSet<>(List.of("tickets-" + NAME, "visits-dev.seatkey.contract.Visit")));

        assertThat(Compatibility.breaches(released(), today)).isEmpty();
    }

    @Test
    void catchesANewFieldWithoutDefault() {
        assertThat(breachesOf(adding("{\"name\": \"seats\", \"type\": \"int\"}")))
                .singleElement()
                .hasToString("dev.seatkey.contract.Ticket, field seats at /fields/6: READER_FIELD_MISSING_DEFAULT_VALUE"
                        + " against release 1.0.0: today's readers cannot read what writers of 1.0.0 wrote (seats)."
                        + " Give the new field a default.");
    }

    @Test
    void catchesARemovedFieldWithoutDefault() {
        assertThat(breachesOf(replacing("{\"name\": \"ticketId\", \"type\": \"string\"},", "")))
                .singleElement()
                .hasToString("dev.seatkey.contract.Ticket, field ticketId at /fields/0:"
                        + " READER_FIELD_MISSING_DEFAULT_VALUE against release 1.0.0: readers of 1.0.0 cannot read what"
                        + " today's writers write (ticketId). Put the field back: it had no default, so released readers"
                        + " need it.");
    }

    @Test
    void catchesAChangeDeepInsideARecord() {
        assertThat(breachesOf(replacing("\"ownerId\", \"type\": \"string\"", "\"ownerId\", \"type\": \"long\"")))
                .hasSize(2)
                .allSatisfy(breach -> assertThat(breach.toString())
                        .contains("Ticket, field owner.ownerId at /fields/5/type/fields/0/type", "TYPE_MISMATCH"));
    }

    @Test
    void catchesATypeThatOnlyOneSideCanWiden() {
        assertThat(breachesOf(replacing("\"ticketId\", \"type\": \"string\"", "\"ticketId\", \"type\": \"long\"")))
                .isNotEmpty();
        assertThat(breachesOf(replacing("[\"null\", \"string\"]", "[\"null\", \"string\", \"int\"]")))
                .singleElement()
                .satisfies(breach -> assertThat(breach.toString())
                        .contains("field note", "MISSING_UNION_BRANCH", "readers of 1.0.0"));
    }

    @Test
    void catchesAChangedScaleWhichAvroLetsPass() {
        assertThat(breachesOf(replacing("\"scale\": 4", "\"scale\": 2")))
                .isNotEmpty()
                .allSatisfy(breach -> assertThat(breach.toString()).contains("field price"));
    }

    @Test
    void catchesALostLogicalTypeWhichAvroLetsPass() {
        assertThat(breachesOf(replacing("{\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}", "\"long\"")))
                .singleElement()
                .hasToString("dev.seatkey.contract.Ticket, field soldAt: LOGICAL_TYPE_CHANGED against release 1.0.0:"
                        + " was timestamp-millis, is plain long: the same bytes mean another value. Keep the logical"
                        + " type; add a new field with a default instead.");
    }

    @Test
    void catchesALostDefaultOfAnEnumWhoseSymbolsChange() {
        assertThat(breachesOf(replacing(
                        "\"symbols\": [\"UNKNOWN\", \"OPEN\"], \"default\": \"UNKNOWN\"",
                        "\"symbols\": [\"UNKNOWN\"]")))
                .singleElement()
                .satisfies(breach -> assertThat(breach.toString())
                        .contains("field state", "MISSING_ENUM_SYMBOLS", "today's readers cannot read", "OPEN"));
    }

    @Test
    void catchesARenamedNestedType() {
        assertThat(breachesOf(replacing("\"name\": \"Owner\"", "\"name\": \"Holder\"")))
                .hasSize(2)
                .allSatisfy(breach -> assertThat(breach.toString()).contains("field owner", "NAME_MISMATCH"));
    }

    @Test
    void catchesARemovedRecordType() {
        Release today = new Release("today", Map.of(), new TreeSet<>());

        assertThat(Compatibility.breaches(released(), today))
                .singleElement()
                .hasToString(
                        "dev.seatkey.contract.Ticket: RECORD_REMOVED against release 1.0.0: nobody can read or send"
                                + " it any more. Put it back; a record type stays in the catalogue as long as a topic may hold one.");
    }

    @Test
    void catchesARecordThatATopicNoLongerCarries() {
        Release today = new Release("today", Map.of(NAME, parsed(RELEASED)), new TreeSet<>(List.of("other-" + NAME)));

        assertThat(Compatibility.breaches(released(), today))
                .singleElement()
                .satisfies(breach -> assertThat(breach.toString()).contains("tickets-" + NAME, "SUBJECT_REMOVED"));
    }

    private static List<Breach> breachesOf(UnaryOperator<String> change) {
        String changed = change.apply(RELEASED);
        return Compatibility.breaches(
                released(),
                new Release("today", Map.of(NAME, parsed(changed)), new TreeSet<>(List.of("tickets-" + NAME))));
    }

    private static Release released() {
        return new Release("1.0.0", Map.of(NAME, parsed(RELEASED)), new TreeSet<>(List.of("tickets-" + NAME)));
    }

    private static Schema visit() {
        return parsed(
                "{\"type\": \"record\", \"name\": \"Visit\", \"namespace\": \"dev.seatkey.contract\", \"fields\": []}");
    }

    private static Schema parsed(String json) {
        return new Schema.Parser().parse(json);
    }

    private static UnaryOperator<String> replacing(String old, String changed) {
        assertThat(RELEASED).contains(old);
        return schema -> schema.replace(old, changed);
    }

    private static UnaryOperator<String> adding(String field) {
        return schema -> schema.replaceFirst("\\]\\}\\s*$", "," + field + "]}");
    }
}
