package dev.seatkey.notifier.letters;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.seatkey.notifier.letters.SaleNews.Approved;
import dev.seatkey.notifier.letters.SaleNews.Declined;
import dev.seatkey.notifier.letters.SaleNews.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the letter that tells news (N1): in the recipient's language (N5), with everything foreign escaped. The same news
 * always gives the same letter.
 */
public final class WriteLetters {
    private final Template text = template(Mustache.compiler().escapeHTML(false), "letter.txt");
    private final Template html = template(Mustache.compiler().escapeHTML(true), "letter.html");

    /** The letter for this news. */
    public Letter write(SaleNews news) {
        Page page = page(news);
        return new Letter(page.subject(), page.language(), text.execute(page), html.execute(page));
    }

    private static Page page(SaleNews news) {
        Pages pages = new Pages(Wording.of(locale(news.recipient())));
        if (news instanceof Approved approved) {
            return pages.of(approved);
        }
        return news instanceof Declined declined ? pages.of(declined) : pages.of((Rejected) news);
    }

    private static @Nullable String locale(@Nullable Recipient recipient) {
        return recipient == null ? null : recipient.locale();
    }

    private static Template template(Mustache.Compiler compiler, String name) {
        try (InputStream source = WriteLetters.class.getResourceAsStream(name + ".mustache")) {
            return compiler.compile(
                    new String(Objects.requireNonNull(source, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
