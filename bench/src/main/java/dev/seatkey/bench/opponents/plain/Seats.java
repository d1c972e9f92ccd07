package dev.seatkey.bench.opponents.plain;

import org.springframework.data.mongodb.repository.MongoRepository;

interface Seats extends MongoRepository<Seat, String> {}
