package dev.seatkey.bench.opponents.plain;

import org.springframework.data.mongodb.repository.MongoRepository;

interface Launches extends MongoRepository<AnsweredLaunch, String> {}
