package dev.seatkey.localstack.demo;

import java.util.List;
import java.util.function.Supplier;

/**
 * Something that must be true at the end.
 *
 * @param text what is claimed
 * @param problems finds what speaks against it; nothing when it holds
 */
record Claim(String text, Supplier<List<String>> problems) {}
