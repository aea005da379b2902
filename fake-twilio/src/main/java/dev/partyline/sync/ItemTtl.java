package dev.partyline.sync;

/**
 * Times to live that come with a write of an item (SYNC-SVC-14), in seconds.
 *
 * @param item of the item; null leaves it, 0 makes it permanent
 * @param collection of the list or map it is in, counted from now; null leaves it
 */
public record ItemTtl(Integer item, Integer collection) {

  /** Nothing is said about time. */
  public static final ItemTtl UNSAID = new ItemTtl(null, null);

  boolean isUnsaid() {
    return item == null && collection == null;
  }
}
