package dev.seatkey.bench.opponents.empty;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Nothing but what Spring Boot brings for the starters in the class path. */
@SpringBootApplication
public class EmptyApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(EmptyApplication.class, arguments);
    }
}
