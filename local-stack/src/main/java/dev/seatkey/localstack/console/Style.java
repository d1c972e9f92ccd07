package dev.seatkey.localstack.console;

/** How words are marked: with colours on a terminal, not at all elsewhere. */
public enum Style {
    PLAIN {
        @Override
        String marked(String code, String text) {
            return text;
        }
    },
    COLOURED {
        @Override
        String marked(String code, String text) {
            return "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    };

    /** Of weight. */
    public String strong(String text) {
        return marked("1", text);
    }

    /** Beside the point. */
    public String faint(String text) {
        return marked("2", text);
    }

    /** As it should be. */
    public String good(String text) {
        return marked("32", text);
    }

    /** Wrong, or refused. */
    public String bad(String text) {
        return marked("31", text);
    }

    /** A name or number to look at. */
    public String named(String text) {
        return marked("36", text);
    }

    abstract String marked(String code, String text);
}
