package dev.switchboard.twilio;

import com.twilio.twiml.voice.Say;
import dev.switchboard.conversation.Farewell;
import java.util.Locale;

/** What is said to agents and callers, in one language. */
enum Sentences {
  ENGLISH(
      Say.Language.EN_US,
      "The line is busy.",
      "There is no answer.",
      "The call could not be connected.",
      "An answering machine took the call.",
      "The call has ended.",
      "This number cannot be dialled.",
      "We are sorry. An error has occurred.",
      "Thank you for calling. Please wait, we will connect you.",
      "We are sorry, nobody can take your call now. Please call again."),
  JAPANESE(
      Say.Language.JA_JP,
      "お話し中です。",
      "応答がありません。",
      "おつなぎできませんでした。",
      "留守番電話につながりました。",
      "通話は終了しました。",
      "この番号にはかけられません。",
      "申し訳ありません。エラーが発生しました。",
      "お電話ありがとうございます。担当者におつなぎしますので、お待ちください。",
      "申し訳ございません。ただいま電話に出ることができません。おそれいりますが、後ほどおかけ直しください。");

  private final Say.Language language;
  private final String busy;
  private final String noAnswer;
  private final String notConnected;
  private final String machine;
  private final String over;
  private final String invalidNumber;
  private final String broken;
  private final String welcome;
  private final String goodbye;

  Sentences(
      Say.Language language,
      String busy,
      String noAnswer,
      String notConnected,
      String machine,
      String over,
      String invalidNumber,
      String broken,
      String welcome,
      String goodbye) {
    this.language = language;
    this.busy = busy;
    this.noAnswer = noAnswer;
    this.notConnected = notConnected;
    this.machine = machine;
    this.over = over;
    this.invalidNumber = invalidNumber;
    this.broken = broken;
    this.welcome = welcome;
    this.goodbye = goodbye;
  }

  static Sentences in(Locale language) {
    return Locale.JAPANESE.getLanguage().equals(language.getLanguage()) ? JAPANESE : ENGLISH;
  }

  Say.Language language() {
    return language;
  }

  /** Empty when nothing is to be said. */
  String farewell(Farewell farewell) {
    return switch (farewell) {
      case NONE -> "";
      case BUSY -> busy;
      case NO_ANSWER -> noAnswer;
      case NOT_CONNECTED -> notConnected;
      case MACHINE -> machine;
      case OVER -> over;
    };
  }

  String invalidNumber() {
    return invalidNumber;
  }

  String broken() {
    return broken;
  }

  /** To who calls us, before the queue. */
  String welcome() {
    return welcome;
  }

  /** To a caller whom nobody can serve. */
  String goodbye() {
    return goodbye;
  }
}
