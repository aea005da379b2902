package dev.switchboard.features;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this project lies on disk. */
final class ProjectFolder {

  private ProjectFolder() {}

  /** The folder that has {@code features}, from the working directory upwards. */
  static Path path() {
    Path start = Path.of(System.getProperty("partyline.root", "")).toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("features/en"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no folder 'features/en' in " + start + " or above it");
  }
}
