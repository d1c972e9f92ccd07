package dev.seatkey.keys.issuing;

import dev.seatkey.keys.working.Changes;
import java.util.List;

/**
 * What is to be kept for a batch of launches before any of them can be answered.
 *
 * @param seats those that learners are to take, of each plan in the order of their numbers. On launches that hang on the last
 *     ones nothing is ruled before they are taken
 * @param isLast whether with it every launch is ruled on, and every learner who is covered has a seat
 */
record Admission(Changes<AnsweredLaunch> rulings, List<Seat> seats, boolean isLast) {}
