package dev.seatkey.bench.opponents.plain;

import java.util.List;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;

interface Plans extends MongoRepository<Plan, String> {
    List<Plan> findByOrganizationId(String organizationId);

    @Query("{ '_id': ?0 }")
    @Update("{ '$inc': { 'seatsTaken': 1 } }")
    void takeSeat(String saleId);
}
