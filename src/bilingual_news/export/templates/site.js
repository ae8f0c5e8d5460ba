"use strict";
(() => {
  const root = document.documentElement;
  const memory = {
    get(key) { try { return localStorage.getItem("bilingual-news." + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("bilingual-news." + key, value); } catch { /* private mode: not remembered */ } },
  };
  const views = ["th", "both", "en"], themes = ["auto", "light", "dark"];
  const asked = new URLSearchParams(location.search).get("view");
  const one = (list, ...wishes) => wishes.find((wish) => list.includes(wish));
  root.dataset.view = one(views, asked, memory.get("view"), "both");
  root.dataset.order = one(["th", "en"], memory.get("order"), "th");
  const theme = (value) => { if (value === "auto") delete root.dataset.theme; else root.dataset.theme = value; };
  theme(one(themes, memory.get("theme"), "auto"));

  addEventListener("DOMContentLoaded", () => {
    const all = (selector, from = document) => [...from.querySelectorAll(selector)];
    const find = (selector) => document.querySelector(selector);
    for (const part of all("[data-tools]")) part.hidden = false;
    const show = () => {
      for (const button of all('[data-act="view"]')) button.setAttribute("aria-pressed", String(button.dataset.value === root.dataset.view));
      find('[data-act="order"]')?.setAttribute("aria-pressed", String(root.dataset.order === "en"));
      const button = find('[data-act="theme"]');
      button.textContent = button.dataset[root.dataset.theme || "auto"];
    };
    const rows = all(".row");
    let current = -1;
    const step = (by) => {
      if (!rows.length) return;
      const focused = rows.indexOf(document.activeElement?.closest(".row"));
      current = Math.min(rows.length - 1, Math.max(0, (focused < 0 ? current : focused) + by));
      rows[current].focus({ preventScroll: true });
      rows[current].scrollIntoView({ block: "nearest" });
    };
    const keep = (change) => {
      const place = rows.find((row) => row.getBoundingClientRect().bottom > 0 && row.getClientRects().length);
      const before = place?.getBoundingClientRect().top;
      change();
      if (place && scrollY > 0) scrollBy({ top: place.getBoundingClientRect().top - before, behavior: "instant" });
    };
    const acts = {
      view(value) { keep(() => { root.dataset.view = value; }); memory.set("view", value); },
      order() { keep(() => { root.dataset.order = root.dataset.order === "en" ? "th" : "en"; }); memory.set("order", root.dataset.order); },
      theme() {
        const next = themes[(themes.indexOf(root.dataset.theme || "auto") + 1) % themes.length];
        theme(next);
        memory.set("theme", next);
      },
      help() { find("#help").showModal(); },
    };
    for (const button of all("button[data-act]")) button.addEventListener("click", () => { acts[button.dataset.act](button.dataset.value); show(); });
    const keys = find('[data-act="keys"]');
    if (keys) {
      keys.checked = memory.get("keys") !== "off";
      keys.addEventListener("change", () => memory.set("keys", keys.checked ? "on" : "off"));
      const table = { 1: () => acts.view("th"), 2: () => acts.view("both"), 3: () => acts.view("en"), o: acts.order, j: () => step(1), k: () => step(-1), "?": acts.help };
      addEventListener("keydown", (event) => {
        if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || find("#help").open || event.target.matches("input, textarea, select")) return;
        const act = Object.hasOwn(table, event.key) && table[event.key];
        if (act) { act(); show(); event.preventDefault(); }
      });
    }
    const tip = find("#tip");
    if (tip) {
      let shown = null;
      const hide = () => { if (shown) { tip.hidePopover(); shown.removeAttribute("aria-describedby"); shown = null; } };
      const open = (term) => {
        if (term === shown) return;
        hide();
        const entry = document.getElementById("t" + term.dataset.t);
        if (!entry) return;
        tip.replaceChildren(...[...entry.children].map((child) => { const line = document.createElement("div"); line.lang = child.firstElementChild?.lang || ""; line.textContent = child.textContent; return line; }));
        tip.showPopover();
        const at = term.getClientRects()[0], box = tip.getBoundingClientRect();
        tip.style.left = Math.max(8, Math.min(at.left, innerWidth - box.width - 8)) + "px";
        tip.style.top = (at.bottom + box.height + 8 < innerHeight ? at.bottom + 4 : at.top - box.height - 4) + "px";
        term.setAttribute("aria-describedby", "tip");
        shown = term;
      };
      for (const name of ["mouseover", "focusin"]) addEventListener(name, (event) => {
        const term = event.target.closest?.(".term");
        if (term) open(term); else if (!event.target.closest?.("#tip")) hide();
      });
      addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
      addEventListener("scroll", hide, { passive: true });
    }
    const search = find("#search"), items = all(".index li, .glossary > div");
    if (items.length) {
      const texts = items.map((item) => item.textContent.normalize("NFC").toLowerCase());
      const count = find("output[data-count]"), none = find(".none");
      const filter = () => {
        const words = (search?.value || "").normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
        const picked = all(".filters input[type=radio]:checked").map((radio) => radio.value && radio.id).filter(Boolean);
        let n = 0;
        items.forEach((item, i) => {
          const match = words.every((word) => texts[i].includes(word)) && picked.every((name) => item.classList.contains(name));
          item.hidden = !match;
          n += match;
        });
        for (const month of all(".month")) month.hidden = !month.querySelector("li:not([hidden])");
        if (count) count.textContent = count.dataset.count.replace("{n}", n);
        if (none) none.hidden = n > 0;
        if (find(".filters")) memory.set("filter", JSON.stringify([...picked, ""]));
      };
      if (find(".filters")) {
        let saved = [];
        try { saved = JSON.parse(memory.get("filter") || "[]"); } catch { /* an old or foreign value */ }
        for (const id of Array.isArray(saved) ? saved : []) { const radio = id && document.getElementById(id); if (radio?.type === "radio") radio.checked = true; }
      }
      addEventListener("input", filter);
      filter();
    }
    show();
  });
})();
