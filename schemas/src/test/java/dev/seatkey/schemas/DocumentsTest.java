package dev.seatkey.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the documents to what is there: links lead somewhere, and promises name tests that exist. */
class DocumentsTest {
    private static final Path PROJECT = Path.of("..");
    private static final Set<String> NOT_OURS = Set.of("target", ".git");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))\\.(\\w+)`");

    @Test
    void leadsWithEveryLinkToAFile() {
        assertThat(files(".md")).isNotEmpty().allSatisfy(document -> assertThat(found(LINK, document))
                .allSatisfy(link -> assertThat(document.resolveSibling(link.group(1)))
                        .as("link in %s", document)
                        .exists()));
    }

    @Test
    void namesForEveryPromiseTestsThatExist() {
        List<Path> tests = files(".java");

        assertThat(found(TEST, PROJECT.resolve("docs/guarantees.md")))
                .isNotEmpty()
                .allSatisfy(named -> assertThat(tests)
                        .as("%s.%s", named.group(1), named.group(2))
                        .anyMatch(test -> test.endsWith(named.group(1) + ".java")
                                && read(test).contains("void " + named.group(2) + "(")));
    }

    private static List<MatchResult> found(Pattern pattern, Path document) {
        return pattern.matcher(read(document)).results().toList();
    }

    private static List<Path> files(String ending) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(ending)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
