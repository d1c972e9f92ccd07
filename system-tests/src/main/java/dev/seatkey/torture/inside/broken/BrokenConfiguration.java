package dev.seatkey.torture.inside.broken;

import dev.seatkey.torture.inside.BrokenVariant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Makes a worker the broken variant that {@code seatkey.torture.broken} names. */
@AutoConfiguration
@ConditionalOnProperty("seatkey.torture.broken")
class BrokenConfiguration {
    private static final Logger log = LoggerFactory.getLogger(BrokenConfiguration.class);

    @Bean
    static BeanPostProcessor mistake(Environment environment) {
        var variant = BrokenVariant.named(environment.getRequiredProperty("seatkey.torture.broken"));
        log.warn("Broken on purpose ({}): {}", variant.title(), variant.mistake());
        return mistakeOf(variant);
    }

    private static BeanPostProcessor mistakeOf(BrokenVariant variant) {
        return switch (variant) {
            case EVENTS_ONLY_WHEN_CHANGED -> new EventsOnlyWhenChanged();
            case ANSWERS_WITHOUT_TRANSACTION -> new AnswersWithoutTransaction();
            case FRESH_EVENT_IDS -> new FreshEventIds();
            case NO_UNIQUE_INDEXES -> new NoUniqueIndexes();
            case OVERSELLS -> new Oversells();
            case LAST_WORD_COUNTS -> new LastWordCounts();
            case SWEEP_FORGETS -> new SweepForgets();
            case RENEWS_LATE -> new RenewsLate();
            case COUNTS_ON -> new CountsOn();
            case SENDS_IN_REVERSE -> new SendsInReverse();
            case OUTAGES_ARE_BUGS -> new OutagesAreBugs();
            case TELLS_BEFORE_KEEPING -> new TellsBeforeKeeping();
            case MAILS_UNDER_NEW_NAMES -> new MailsUnderNewNames();
            case SWALLOWS_BROKEN -> new SwallowsBroken();
            case PAYS_NO_HEED_TO_ZOMBIES -> new PaysNoHeedToZombies();
        };
    }
}
