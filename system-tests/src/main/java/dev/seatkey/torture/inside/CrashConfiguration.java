package dev.seatkey.torture.inside;

import dev.seatkey.messaging.batch.Checkpoint;
import dev.seatkey.messaging.batch.Step;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Makes a worker crash or stand still where the file says that is named by {@code seatkey.torture.armed}. */
@AutoConfiguration
@ConditionalOnProperty("seatkey.torture.armed")
class CrashConfiguration {

    @Bean
    Trigger trigger(@Value("${seatkey.torture.armed}") Path file) {
        return Trigger.ofThisProcess(file);
    }

    @Bean
    HalfWritten halfWritten(Trigger trigger) {
        return new HalfWritten(trigger);
    }

    @Bean
    MongoClientSettingsBuilderCustomizer tellsOfWrites(HalfWritten halfWritten) {
        return settings -> settings.addCommandListener(halfWritten);
    }

    @Bean
    Checkpoint crashes(Trigger trigger, HalfWritten halfWritten) {
        return step -> {
            if (step == Step.POLLED) {
                halfWritten.begin();
            }
            trigger.passed(CrashPoint.valueOf(step.name()));
        };
    }
}
