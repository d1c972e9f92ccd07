package dev.seatkey.bench.opponents.plain;

import dev.seatkey.schemas.TrustedContracts;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A key worker as most people would write it, with what Spring Boot, Spring Kafka and Spring Data give by default: a listener for
 * single records, repositories, a template, no transactions. It does the same job as long as nothing fails.
 */
@SpringBootApplication
public class PlainWorker {
    public static void main(String[] arguments) {
        TrustedContracts.install();
        SpringApplication.run(PlainWorker.class, arguments);
    }
}
