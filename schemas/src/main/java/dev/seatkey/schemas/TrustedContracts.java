package dev.seatkey.schemas;

import dev.seatkey.contract.WorkDue;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that the generated classes may be made from data.
 *
 * <p>Avro 1.12.2 refuses every class that it was not told to trust. Done in code, before the first use, so that nobody who
 * starts a worker has to remember a flag. The topic catalogue does it; who reads records without the catalogue does it first.
 */
public final class TrustedContracts {
    private static final String GENERATED = WorkDue.class.getPackageName() + ".";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(GENERATED)));
    }

    private TrustedContracts() {}

    /** Does it, the first time. */
    public static void install() {
        // The class does it when it is loaded: once.
    }
}
