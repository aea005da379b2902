package dev.partyline.server.config;

import dev.partyline.client.Device;
import dev.partyline.client.DeviceOptions;
import dev.partyline.delay.Region;
import dev.partyline.phone.PhoneScript;
import dev.partyline.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads the softphones whose pages are open from the beginning on. */
final class Softphones {

  private static final Pattern IDENTITY = Pattern.compile("(?!client:)\\S{1,256}");

  private record Page(String identity, DeviceOptions options, boolean registers) {}

  private Softphones() {}

  /** Opens them in a fresh world. */
  static Consumer<World> read(Section root) {
    List<Page> pages = new ArrayList<>();
    for (Section entry : root.sections("softphones")) {
      entry.required("identity");
      String identity =
          entry.like("identity", "nobody", IDENTITY, "1 to 256 characters without 'client:'");
      List<String> edges = new ArrayList<>(List.of("roaming"));
      for (Region region : Region.values()) {
        edges.add(region.edge());
      }
      Region edge = Region.beside(entry.word("edge", edges));
      boolean busy = entry.flag("allowIncomingWhileBusy", false);
      long gap = entry.whole("signallingGapMs", 0, 0, 30_000);
      boolean byHand = !entry.has("does") || "by-hand".equals(entry.text("does"));
      PhoneScript script = byHand ? null : Phones.script(entry);
      if (byHand) {
        entry.text("does");
      }
      pages.add(
          new Page(
              identity, new DeviceOptions(edge, busy, gap, script), entry.flag("registers", true)));
      entry.done();
    }
    return world -> pages.forEach(page -> open(world, page));
  }

  private static void open(World world, Page page) {
    Device device = world.devices().add(page.identity(), page.options());
    if (page.registers()) {
      device.register();
    }
  }
}
