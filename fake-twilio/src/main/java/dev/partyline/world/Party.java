package dev.partyline.world;

/**
 * Somebody with a phone.
 *
 * @param name as the story calls them
 * @param address what is dialled to reach them
 * @param conversation the conversation they are part of
 */
public record Party(String name, String address, String conversation) {}
