package dev.partyline.sync;

/**
 * One change (SYNC-RT-05, SYNC-WH-03).
 *
 * @param type {@code document_updated}, {@code map_item_added}, …
 * @param id rises by one with every change of an object after its creation, which has 0
 * @param kind of the object
 * @param service SID
 * @param object SID
 * @param name the object's unique name; null when it has none
 * @param item key or index; SID of a message; null when the change is of the object itself
 * @param revision of what changed: of the item, or of the object; null for streams
 * @param objectRevision of the object; null for streams
 * @param json the data after the change; null when there is none or it was removed
 * @param by who did it
 * @param at simulated milliseconds
 */
public record SyncEvent(
    String type,
    long id,
    Kind kind,
    String service,
    String object,
    String name,
    String item,
    String revision,
    String objectRevision,
    String json,
    Author by,
    long at) {

  /** Whether something went away. */
  public boolean isRemoval() {
    return type.endsWith("_removed");
  }

  /** Whether the object itself went away. */
  public boolean isEnd() {
    return isRemoval() && item == null;
  }

  /** Whether subscribers are told: nobody subscribes to what is not there yet. */
  public boolean isPushed() {
    return !type.endsWith("_created");
  }
}
