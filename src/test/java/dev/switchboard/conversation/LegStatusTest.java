package dev.switchboard.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LegStatusTest {

  @Test
  void every_word_of_the_platform_names_its_status() {
    for (LegStatus status : LegStatus.values()) {
      assertEquals(Optional.of(status), LegStatus.named(status.word()));
    }
    assertEquals(Optional.of(LegStatus.QUEUED), LegStatus.named("initiated"));
    assertEquals(Optional.empty(), LegStatus.named("in progress"));
    assertEquals(Optional.empty(), LegStatus.named(null));
  }

  @Property
  void news_never_moves_a_status_back(@ForAll LegStatus known, @ForAll LegStatus news) {
    LegStatus after = known.after(news);
    assertTrue(after == known || after == news);
    if (known.isFinal()) {
      assertSame(known, after);
    }
    assertSame(after, after.after(known));
    assertSame(after, after.after(news));
  }
}
