"use strict";
(() => {
  const { page, style } = document.currentScript.dataset;
  let sheet = style;
  let source;
  let report;

  const swap = (href) => {
    if (href === sheet) return;
    const old = [...document.querySelectorAll("link[rel=stylesheet]")].find((link) => new URL(link.href).pathname === sheet);
    if (!old) return location.reload();
    const fresh = old.cloneNode();
    fresh.onload = () => old.remove();
    fresh.href = sheet = href;
    old.after(fresh);
  };

  const mended = () => {
    report?.remove();
    report = undefined;
  };

  // The report has a style of its own, whatever the page looks like.
  const show = (html) => {
    mended();
    report = document.createElement("div");
    report.attachShadow({ mode: "open" }).innerHTML = html;
    document.body.append(report);
    report.shadowRoot.querySelector("dialog").showModal();
  };

  // A browser opens few connections to one server: a page that nobody sees keeps none, and asks again when it is seen.
  const listen = () => {
    source?.close();
    if (document.hidden) return;
    const query = new URLSearchParams({ path: location.pathname, page, style: sheet });
    source = new EventSource("/_desk/events?" + query);
    source.addEventListener("reload", () => location.reload());
    source.addEventListener("style", ({ data }) => swap(data));
    source.addEventListener("report", ({ data }) => show(data));
    source.addEventListener("mended", mended);
  };

  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", ({ persisted }) => persisted && listen());
  listen();
})();
