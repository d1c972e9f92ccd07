package dev.seatkey.localstack.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void marksTakeNoColumns() {
        assertThat(Text.left(Style.COLOURED.good("ok"), 4)).endsWith("  ").contains("ok");
        assertThat(Text.width(Style.COLOURED.good("ok"))).isEqualTo(2);
    }

    @Test
    void cutsBetweenCharactersAndShowsControlCharacters() {
        assertThat(Text.cut("🎓🎓🎓", 2)).isEqualTo("🎓…");
        assertThat(Text.cut("a\u001b[31mb", 10)).isEqualTo("a·[31mb");
    }

    @Test
    void wrapsAtSpaces() {
        assertThat(Text.wrapped("one two three", 7)).containsExactly("one two", "three");
    }
}
