package dev.seatkey.schemas.release;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps today's schemas as a release: {@code ./mvnw -q -pl schemas test-compile exec:java@add-release -Drelease=0.2.0}. */
final class AddRelease {
    private AddRelease() {}

    /** @param args the folder of the releases, and the version to add */
    public static void main(String[] args) throws IOException {
        Release.today().keepIn(Path.of(args[0]), args[1]);
    }
}
