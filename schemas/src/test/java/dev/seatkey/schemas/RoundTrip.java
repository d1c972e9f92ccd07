package dev.seatkey.schemas;

import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Takes a record to bytes and back, as the main class of a JVM without any flags; see {@link TrustedContractsTest}. */
final class RoundTrip {
    private RoundTrip() {}

    /** @param args {@code with-catalogue} to touch the topic catalogue first, as every worker does */
    public static void main(String[] args) throws IOException {
        if (args[0].equals("with-catalogue") && Topics.contract().isEmpty()) {
            throw new IllegalStateException("the catalogue is empty");
        }
        DecideSale sent = new DecideSale("sale-1", Verdict.APPROVE, new UserReference("org-1", "user-1"), null);
        if (!sent.equals(of(sent))) {
            throw new IllegalStateException("came back as another record");
        }
    }

    /** The record that comes out of the bytes of this one. */
    static SpecificRecord of(SpecificRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        // By schema and not by class: the class is found by its name, which is what Avro guards.
        return new SpecificDatumReader<SpecificRecord>(record.getSchema())
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    }
}
