// Counts the clocks on, and listens for changes: the page then asks for what it shows anew.
"use strict";
(function () {
  function clock(seconds) {
    const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((n) => String(n).padStart(2, "0"));
    const hours = Math.floor(seconds / 3600);
    return (hours ? hours + ":" : "") + parts.join(":");
  }

  function tick() {
    for (const time of document.querySelectorAll("time[data-since]")) {
      const seconds = Math.max(0, Math.floor((Date.now() - Number(time.dataset.since)) / 1000));
      time.textContent = clock(seconds);
    }
  }

  setInterval(tick, 1000);
  document.addEventListener("htmx:afterSwap", tick);

  let hideNotice;
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id === "notice") {
      clearTimeout(hideNotice);
      hideNotice = setTimeout(() => { event.target.textContent = ""; }, 6000);
    }
  });

  function refresh() {
    document.body.dispatchEvent(new Event("refresh"));
  }

  // a button that is replaced between press and release is never clicked, so what comes meanwhile waits
  let pressing = false;
  let missed = false;
  function released() {
    pressing = false;
    if (missed) {
      missed = false;
      refresh();
    }
  }
  addEventListener("pointerdown", () => { pressing = true; }, true);
  addEventListener("pointerup", () => setTimeout(released), true);
  addEventListener("pointercancel", released, true);

  // a log-in that ended answers with the log-in page, which belongs in the whole window
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, target } = event.detail;
    if (xhr.status === 401) {
      location.reload();
    } else if (target.id === "notice") {
      event.detail.shouldSwap = true;
    } else if (xhr.status >= 400) {
      event.detail.shouldSwap = false;
    } else if (pressing) {
      event.detail.shouldSwap = false;
      missed = true;
    } else if (target.shows === xhr.responseText) {
      event.detail.shouldSwap = false;
    } else {
      target.shows = xhr.responseText;
    }
  });

  const watch = document.body.dataset.watch;
  if (watch) {
    const offline = document.getElementById("offline");
    const source = new EventSource("/live?page=" + watch);
    source.addEventListener("changed", refresh);
    source.onopen = () => { offline.hidden = true; };
    source.onerror = () => { offline.hidden = false; };
    addEventListener("pagehide", () => source.close());
  }
})();
