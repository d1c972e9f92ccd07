package dev.seatkey.torture.fleet;

import dev.seatkey.localstack.child.Built;
import dev.seatkey.localstack.stack.Worker.Extras;
import dev.seatkey.torture.inside.BrokenVariant;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** What is put into a worker's process beside its own jar, so that it can be made to crash where it hurts. */
public final class InsideJar {
    private InsideJar() {}

    /** The jar, beside this module's own classes, be they a jar or a folder. */
    public static Path path() {
        return Built.single(ownClasses().resolveSibling(""), "system-tests-*-inside.jar");
    }

    /** A worker as it is, which can be made to crash. */
    public static Extras extras(Armed armed) {
        return new Extras(List.of(path()), List.of("-Dseatkey.torture.armed=" + armed.file()));
    }

    /** A worker that is broken on purpose, which can be made to crash. */
    public static Extras extras(Armed armed, BrokenVariant variant) {
        return new Extras(
                List.of(path()),
                List.of("-Dseatkey.torture.armed=" + armed.file(), "-Dseatkey.torture.broken=" + variant.title()));
    }

    private static Path ownClasses() {
        try {
            return Path.of(InsideJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
