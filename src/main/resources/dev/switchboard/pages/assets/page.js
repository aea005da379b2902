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
  // a log-in that ended answers with the log-in page, which belongs in the whole window
  document.addEventListener("htmx:beforeSwap", (event) => {
    const status = event.detail.xhr.status;
    if (status === 401) {
      location.reload();
    } else if (status >= 400) {
      event.detail.shouldSwap = event.detail.target.id === "notice";
    }
  });

  const watch = document.body.dataset.watch;
  if (watch) {
    const offline = document.getElementById("offline");
    const source = new EventSource("/live?page=" + watch);
    source.addEventListener("changed", () => document.body.dispatchEvent(new Event("refresh")));
    source.onopen = () => { offline.hidden = true; };
    source.onerror = () => { offline.hidden = false; };
    addEventListener("pagehide", () => source.close());
  }
})();
