package dev.switchboard.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.gherkin.StepList;
import dev.partyline.gherkin.StepText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeaturesReadmeTest {

  private final String readme;

  FeaturesReadmeTest() throws IOException {
    readme = Files.readString(ProjectFolder.path().resolve("features/README.md"));
  }

  @Test
  void the_list_of_steps_is_the_steps_there_are() {
    StringBuilder table = new StringBuilder("| English | 日本語 |\n| --- | --- |\n");
    List<StepText> steps = StepList.all();
    for (int i = 0; i < steps.size(); i += 2) {
      table.append("| ").append(steps.get(i).line());
      table.append(" | ").append(steps.get(i + 1).line()).append(" |\n");
    }
    String list = readme.replaceFirst("(?s).*<!-- steps: [^>]*-->\n", "");
    assertEquals(table.toString(), list.replaceFirst("(?s)<!-- end of steps -->.*", ""));
  }

  @Test
  void the_examples_pass(@TempDir Path folder) throws IOException {
    Matcher example = Pattern.compile("(?s)```gherkin\n(.*?)```").matcher(readme);
    int count = 0;
    while (example.find()) {
      count++;
      Path file = folder.resolve("example-" + count + ".feature");
      Files.writeString(file, example.group(1));
    }
    assertEquals(2, count);
    Printed printed = Printed.by(folder, folder.toString());
    assertEquals(FeatureRun.PASSED, printed.exit(), printed.text());
  }

  @Test
  void the_files_in_the_commands_exist() {
    List<String> named = new ArrayList<>();
    Matcher command = Pattern.compile("-Dfeature=(\\S+)").matcher(readme);
    while (command.find()) {
      named.add(command.group(1));
      FeatureFiles.named(new String[] {command.group(1)}, ProjectFolder.path());
    }
    assertTrue(named.size() >= 2, named.toString());
  }
}
