package dev.switchboard.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** One person's browser. */
final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path PICTURES =
      Path.of(System.getProperty("partyline.root", "."), "reports", "pages");

  private final ChromeDriver driver;
  private final String url;

  private Browser(ChromeDriver driver, String url) {
    this.driver = driver;
    this.url = url;
  }

  /** Why there can be none here; empty when there can. */
  static Optional<String> missing() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER)
        ? Optional.empty()
        : Optional.of(
            "no Chromium with its driver here; Debian: apt-get install chromium chromium-driver");
  }

  /** Opens one; {@code language} is what it asks for. */
  static Browser open(String url, String language) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--force-color-profile=srgb",
        "--accept-lang=" + language,
        "--window-size=1240,860");
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(30));
    return new Browser(driver, url);
  }

  Browser logIn(String name) {
    driver.get(url + "/");
    find("#name").sendKeys(name);
    find("#password").sendKeys(Floor.PASSWORD);
    find("button.primary").click();
    find("nav");
    return this;
  }

  Browser size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    return this;
  }

  Browser go(String path) {
    driver.get(url + path);
    return this;
  }

  void reload() {
    driver.navigate().refresh();
  }

  /** The element; waits for it for a while. */
  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** Clicks; once more if the page put another element in its place meanwhile. */
  void click(String css) {
    try {
      find(css).click();
    } catch (StaleElementReferenceException replaced) {
      find(css).click();
    }
  }

  /**
   * Clicks until it is done, as a person does who sees that nothing happens: on a busy machine the
   * page may move the button away just when it is pressed. Gives up after a minute.
   */
  void clickUntil(String css, BooleanSupplier done) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < end) {
      try {
        all(css).stream().findFirst().ifPresent(WebElement::click);
      } catch (WebDriverException replaced) {
        continue;
      }
      for (int looks = 0; looks < 50 && !done.getAsBoolean(); looks++) {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }

  /** Presses the mouse on it, and keeps it pressed. */
  void hold(String css) {
    new Actions(driver).clickAndHold(find(css)).perform();
  }

  void letGo() {
    new Actions(driver).release().perform();
  }

  List<WebElement> all(String css) {
    driver.manage().timeouts().implicitlyWait(Duration.ZERO);
    try {
      return driver.findElements(By.cssSelector(css));
    } finally {
      driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(30));
    }
  }

  String text() {
    return (String) driver.executeScript("return document.body.innerText");
  }

  Object run(String script) {
    return driver.executeScript(script);
  }

  /** What the browser complained about. */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream().map(Object::toString).toList();
  }

  void picture(String name) throws IOException {
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
