package dev.specula.speech;

import dev.specula.token.Origin;

/**
 * A piece of a text: what a token adds, or several where one alone is no whole character.
 *
 * @param text what is added
 * @param origin where the token came from; of several, the last
 */
public record Piece(String text, Origin origin) {}
