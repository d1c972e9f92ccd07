package dev.seatkey.keys.issuing;

/** A launch and what it was answered with. The launch is the one that was answered first. */
public record AnsweredLaunch(Launch launch, Answer answer) {}
