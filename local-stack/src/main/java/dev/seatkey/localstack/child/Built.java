package dev.seatkey.localstack.child;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** Where the build put what child processes are started from: beside this module's own classes, be they a jar or a folder. */
public final class Built {
    private static final Path OWN_CLASSES = ownClasses();
    private static final Path TARGET = OWN_CLASSES.resolveSibling("");

    private Built() {}

    /** The class path of this module with all its libraries, for a process of its own. */
    public static String classPath() {
        return OWN_CLASSES + File.pathSeparator + TARGET.resolve("lib").resolve("*");
    }

    /** The agent that ties a process to its parent. */
    public static Path lifeline() {
        return single(TARGET, "local-stack-*-lifeline.jar");
    }

    /** The schema registry's runnable jar. */
    public static Path registry() {
        return single(TARGET.resolve("registry"), "*-runner.jar");
    }

    /** A worker's own jar, unpacked: the libraries that it names and {@code classes.jsa}, for a quick start, are beside it. */
    public static Path worker(String name) {
        return single(checkout().resolve(name).resolve("target").resolve("unpacked"), name + "-*.jar");
    }

    /** What a jar says is to be started. */
    public static String mainClassOf(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The folder that this module is built into. */
    public static Path target() {
        return TARGET;
    }

    /** The top folder of the checkout that this module was built in. */
    public static Path checkout() {
        var module = TARGET.getParent();
        if (module == null || module.getParent() == null) {
            throw new IllegalStateException("Not in a checkout: " + TARGET);
        }
        return module.getParent();
    }

    /** The one file in a folder that a pattern fits. */
    public static Path single(Path folder, String pattern) {
        try (var files = Files.newDirectoryStream(folder, pattern)) {
            var found = new ArrayList<Path>();
            files.forEach(found::add);
            if (found.size() != 1) {
                throw new IllegalStateException(
                        "Expected one " + pattern + " in " + folder + ", found " + List.copyOf(found));
            }
            return found.get(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Not built yet: " + folder, unreadable);
        }
    }

    private static Path ownClasses() {
        try {
            return Path.of(Built.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
