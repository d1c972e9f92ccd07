package dev.seatkey.keys.issuing;

/** A launch and what was ruled on it. The launch is the one that was handled first under its id. */
public record AnsweredLaunch(Launch launch, Ruling ruling) {}
