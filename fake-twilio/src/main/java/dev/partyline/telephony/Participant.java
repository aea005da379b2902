package dev.partyline.telephony;

/** A leg's place in a conference, from being bound to it until it leaves (PART-06). */
public final class Participant {

  /**
   * What a joiner brings.
   *
   * @param label null when it has none
   * @param conferenceSubscription for the conference, honoured for the first joiner only (CONF-41);
   *     null when it gives none
   * @param maxParticipants 2 to 250
   * @param coach call SID of the one to be coached; null when nobody is
   * @param sound what it hears while waiting and what is heard of its coming and going
   * @param recording of the conference, honoured for the first joiner only
   */
  public record Settings(
      String label,
      boolean startOnEnter,
      boolean endOnExit,
      boolean muted,
      boolean earlyMedia,
      Subscription conferenceSubscription,
      int maxParticipants,
      String region,
      String coach,
      JoinerSound sound,
      ConferenceRecording recording) {

    /** Without a coach, with the sounds of a bare noun and without a recording. */
    public Settings(
        String label,
        boolean startOnEnter,
        boolean endOnExit,
        boolean muted,
        boolean earlyMedia,
        Subscription conferenceSubscription,
        int maxParticipants,
        String region) {
      this(
          label,
          startOnEnter,
          endOnExit,
          muted,
          earlyMedia,
          conferenceSubscription,
          maxParticipants,
          region,
          null,
          JoinerSound.STANDARD,
          ConferenceRecording.NONE);
    }

    /** The same, coaching this call; null for nobody. */
    public Settings coaching(String target) {
      return new Settings(
          label,
          startOnEnter,
          endOnExit,
          muted,
          earlyMedia,
          conferenceSubscription,
          maxParticipants,
          region,
          target,
          sound,
          recording);
    }

    /** The same with other sounds and another recording. */
    public Settings with(JoinerSound otherSound, ConferenceRecording otherRecording) {
      return new Settings(
          label,
          startOnEnter,
          endOnExit,
          muted,
          earlyMedia,
          conferenceSubscription,
          maxParticipants,
          region,
          coach,
          otherSound,
          otherRecording);
    }

    /** As a bare Conference noun has them. */
    public static final Settings DEFAULTS =
        new Settings(null, true, false, false, true, null, 250, null);
  }

  private final Call call;
  private final Conference conference;
  private final Settings settings;
  private final long createdAt;
  private long updatedAt;
  private long leftAt = -1;
  private boolean connected;
  boolean everConnected;
  boolean endOnExit;
  boolean muted;
  boolean hold;
  String coaches;
  boolean beepOnExit;
  SoundSource waitSound;
  SoundSource holdSound = SoundSource.MUSIC;

  Participant(Call call, Conference conference, Settings settings, long now) {
    this.call = call;
    this.conference = conference;
    this.settings = settings;
    this.createdAt = now;
    this.updatedAt = now;
    this.endOnExit = settings.endOnExit();
    this.muted = settings.muted();
    this.coaches = settings.coach();
    this.beepOnExit = settings.sound().beepsOnExit();
    this.waitSound = settings.sound().waiting();
  }

  void connect(long now) {
    connected = true;
    everConnected = true;
    updatedAt = now;
  }

  void leave(long now) {
    connected = false;
    leftAt = now;
  }

  void touched(long now) {
    updatedAt = now;
  }

  /** The leg. */
  public Call call() {
    return call;
  }

  /** The conference. */
  public Conference conference() {
    return conference;
  }

  /** What it brought. */
  public Settings settings() {
    return settings;
  }

  /** Its label; null when it has none. */
  public String label() {
    return settings.label();
  }

  /** Whether it is connected rather than still being dialled. */
  public boolean connected() {
    return connected;
  }

  /** Whether it was ever connected here. */
  public boolean everConnected() {
    return everConnected;
  }

  /** The flag as it stands now (PART-46). */
  public boolean endOnExit() {
    return endOnExit;
  }

  /** The flag as it stands now. */
  public boolean muted() {
    return muted;
  }

  /** The flag as it stands now. */
  public boolean hold() {
    return hold;
  }

  /** Whether it coaches somebody, who may be gone by now (PART-65). */
  public boolean coaching() {
    return coaches != null;
  }

  /** Call SID of the one it coaches; null when it coaches nobody. */
  public String coaches() {
    return coaches;
  }

  /** Whether the room hears a beep when it leaves. */
  public boolean beepOnExit() {
    return beepOnExit;
  }

  /** What it hears while waiting for the start. */
  public SoundSource waitSound() {
    return waitSound;
  }

  /** What it hears while on hold. */
  public SoundSource holdSound() {
    return holdSound;
  }

  /** When it was bound to the conference, in simulated milliseconds. */
  public long createdAt() {
    return createdAt;
  }

  /** When it last changed. */
  public long updatedAt() {
    return updatedAt;
  }

  /** When it left; -1 while it is here. */
  public long leftAt() {
    return leftAt;
  }

  /** Its status in REST's words for participants (PART-04, PART-05). */
  public String status() {
    return switch (call.status()) {
      case QUEUED -> call.startedAt() < 0 ? "queued" : "connecting";
      case RINGING -> "ringing";
      case IN_PROGRESS -> "connected";
      case COMPLETED -> "complete";
      case BUSY, FAILED, NO_ANSWER, CANCELED -> "failed";
    };
  }
}
