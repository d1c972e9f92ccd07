package dev.seatkey.schemas;

import dev.seatkey.contract.WorkDue;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that the generated classes may be made from data.
 *
 * <p>Avro 1.12.2 refuses every class that it was not told to trust. Done in code, before the first use, so that nobody who
 * starts a worker has to remember a flag.
 */
final class TrustedContracts {
    private static final String GENERATED = WorkDue.class.getPackageName() + ".";

    private TrustedContracts() {}

    static void install() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(GENERATED)));
    }
}
