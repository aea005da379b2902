package dev.partyline.delay;

/** Where somebody's voice comes into the platform (REGION-03). */
public record Whereabouts(Region edge, Access access) {

  /** A softphone near this edge. */
  public static Whereabouts client(Region edge) {
    return new Whereabouts(edge, Access.CLIENT);
  }

  /** A telephone of this number, in E.164. */
  public static Whereabouts telephone(String number) {
    return new Whereabouts(Distances.nearest(number), Access.TELEPHONE);
  }
}
