package dev.partyline.gherkin;

import java.util.List;
import java.util.Locale;

/** What a program may have said to an agent, recognised in English and Japanese. */
public enum News {
  /** The customer's line is busy. */
  BUSY(List.of("the line is busy", "「話し中」"), List.of("busy", "話し中")),
  /** The customer does not answer. */
  NO_ANSWER(
      List.of("there is no answer", "「応答なし」"),
      List.of("no answer", "not answer", "応答がありません", "お出になりません")),
  /** The customer cannot be connected. */
  NOT_CONNECTED(
      List.of("the call could not be connected", "「つながらない」"),
      List.of("not be connected", "cannot be reached", "おつなぎできません", "つながりません")),
  /** Nobody can take the call of somebody who calls us. */
  NOBODY_FREE(
      List.of("nobody can take the call", "「誰も出られない」"),
      List.of("nobody can take your call", "お受けできません", "電話に出ることができません")),
  /** The call is over. */
  OVER(List.of("the call has ended", "「通話終了」"), List.of("has ended", "is over", "終了しました"));

  private final List<String> names;
  private final List<String> words;

  News(List<String> names, List<String> words) {
    this.names = names;
    this.words = words;
  }

  static News of(String name) {
    for (News news : values()) {
      if (news.names.contains(name)) {
        return news;
      }
    }
    throw new BadStep("nobody is told '" + name + "'");
  }

  /** How a step names it, in English. */
  String sentence() {
    return names.get(0);
  }

  /** Whether a spoken text says this. */
  boolean isIn(String spoken) {
    String text = spoken.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(text::contains);
  }
}
