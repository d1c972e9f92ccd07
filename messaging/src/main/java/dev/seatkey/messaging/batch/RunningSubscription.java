package dev.seatkey.messaging.batch;

import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** A consumer of a subscription, and how it fares. */
record RunningSubscription(KafkaMessageListenerContainer<byte[], byte[]> container, SubscriptionHealth health) {}
