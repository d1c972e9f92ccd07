package dev.seatkey.schemas.release;

/**
 * One way in which today's contracts break those of a release.
 *
 * @param record full name of the record type, or the subject
 * @param version the release that is broken
 * @param place the field, in dots, and where the schema has it; empty for the whole record
 * @param rule what was broken, in Avro's words where Avro has one
 * @param meaning who can't read what
 * @param remedy what to do
 */
record Breach(String record, String version, String place, String rule, String meaning, String remedy) {
    @Override
    public String toString() {
        String where = place.isEmpty() ? record : record + ", " + place;
        return "%s: %s against release %s: %s. %s".formatted(where, rule, version, meaning, remedy);
    }
}
