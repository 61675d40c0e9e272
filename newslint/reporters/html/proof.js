"use strict";
/* A proof that answers: findings light up, notes stand beside their lines, filters leave out. Nothing is fetched. */
const newslint = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const wide = matchMedia("(min-width: 62rem)");
  const GAP = 8;

  function element(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  /** What belongs to each finding, by its number: marks, numbers in the copy and in links, its note. */
  function indexed(root) {
    const parts = new Map();
    for (const part of root.querySelectorAll("[data-finding]")) {
      for (const number of part.dataset.finding.split(" ")) {
        if (!parts.has(number)) parts.set(number, []);
        parts.get(number).push(part);
      }
    }
    return parts;
  }

  /** The same for one proof: `root` holds its drafts, `bar` its filters. */
  function proof(root, bar) {
    const parts = indexed(root);
    const notes = [...root.querySelectorAll(".note")];
    const drafts = [...root.querySelectorAll(".draft")];
    const main = (number, kind) => (parts.get(number) || []).filter((part) => part.matches(kind));
    const ownMark = (number) => main(number, `mark[data-own~="${number}"]`)[0];
    const note = (number) => main(number, ".note")[0];
    const shown = () => notes.filter((each) => !each.classList.contains("off"));
    const tops = new Map();
    let active = "";
    let thread = null;

    /* Where each note of a draft would stand if it were alone, as of the last time that anything changed its size. */
    const natural = new Map();
    function measure(draft) {
      draft.style.minHeight = "";
      const top = draft.getBoundingClientRect().top;
      const rows = [...draft.querySelectorAll(".note:not(.off)")].map((each) => {
        const place = ownMark(each.dataset.finding) || each.closest(".row");
        return { each, top: Math.max(0, place.getBoundingClientRect().top - top - 6), height: each.offsetHeight };
      });
      rows.sort((a, b) => a.top - b.top || a.each.dataset.finding - b.each.dataset.finding);
      natural.set(draft, rows);
    }

    /* Notes beside their lines. The active one stands just at its line; the others make room. */
    function range(draft) {
      if (!wide.matches) return release(draft);
      if (!natural.has(draft)) measure(draft);
      const rows = natural.get(draft).map((row) => ({ ...row }));
      if (!rows.length) return;
      const pinned = Math.max(0, rows.findIndex(({ each }) => each.dataset.finding === active));
      for (let i = pinned - 1; i >= 0; i--) {
        rows[i].top = Math.min(rows[i].top, rows[i + 1].top - rows[i].height - GAP);
      }
      rows[0].top = Math.max(0, rows[0].top);
      for (let i = 1; i < rows.length; i++) {
        rows[i].top = Math.max(rows[i].top, rows[i - 1].top + rows[i - 1].height + GAP);
      }
      for (const { each, top } of rows) {
        if (tops.get(each) !== top) each.style.transform = `translateY(${top}px)`;
        tops.set(each, top);
      }
      const last = rows[rows.length - 1];
      draft.style.minHeight = `${last.top + last.height + 24}px`;
    }

    /* Narrow, they stand where the page has them. */
    function release(draft) {
      draft.style.minHeight = "";
      for (const each of draft.querySelectorAll(".note")) each.style.transform = "";
    }

    /* The drafts near the window are ranged; the others when they come near. */
    const near = new Set();
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) { near.add(entry.target); range(entry.target); } else near.delete(entry.target);
      }
      draw();
    }, { rootMargin: "150% 0%" });
    drafts.forEach((draft) => watch.observe(draft));

    function rangeAll() {
      natural.clear();
      tops.clear();
      drafts.forEach((draft) => draft.classList.toggle("ranged", wide.matches));
      near.forEach(range);
      draw();
    }

    /* The line runs under the words, out into the gutter, along it, and to the note. */
    function draw() {
      if (thread) thread.remove();
      thread = null;
      const marks = main(active, "mark");
      if (!active || !marks.length) return;
      const home = root.getBoundingClientRect();
      const own = note(active);
      const copy = marks[0].closest(".copy").getBoundingClientRect();
      const ends = marks.filter((each) => each.getClientRects().length).map((each) => {
        const box = [...each.getClientRects()].pop();
        return { x: box.right, y: box.bottom + 1 };
      });
      if (!ends.length) return;
      /* Narrow, the gutter leads from line to line only. */
      const gutter = wide.matches ? (own.getBoundingClientRect().left - copy.right) / 2 : 9;
      const level = !wide.matches && ends.every(({ y }) => y === ends[0].y);
      const x = level ? Math.max(...ends.map((end) => end.x)) : copy.right + gutter;
      const first = ends[Math.max(0, marks.indexOf(ownMark(active)))]?.y ?? ends[0].y;
      let path = "";
      for (const end of ends) {
        const turn = Math.min(6, Math.abs(end.y - first) / 2) * Math.sign(first - end.y);
        path += `M${end.x} ${end.y}H${x - Math.abs(turn)}Q${x} ${end.y} ${x} ${end.y + turn}V${first}`;
      }
      if (wide.matches) {
        /* Where the note will be: it may still be gliding there. */
        const top = own.closest(".draft").getBoundingClientRect().top + (tops.get(own) || 0);
        const at = Math.min(Math.max(first, top + 8), top + own.offsetHeight - 8);
        path += `M${x} ${first}V${at}H${own.getBoundingClientRect().left}`;
      }
      thread = element("svg", { class: `thread ${own.dataset.severity}`, "aria-hidden": "true" });
      thread.style.left = "0";
      thread.style.top = "0";
      const all = element("g", { transform: `translate(${-home.left} ${-home.top})` });
      all.append(element("path", { d: path }));
      for (const end of ends) all.append(element("circle", { cx: end.x, cy: end.y, r: 2.5 }));
      thread.append(all);
      root.append(thread);
    }

    function activate(number) {
      if (number === active) return;
      for (const part of parts.get(active) || []) part.classList.remove("lit");
      active = parts.has(number) ? number : "";
      for (const part of parts.get(active) || []) part.classList.add("lit");
      const own = active && note(active);
      if (own) {
        drafts.forEach((draft) => draft.classList.add("moving"));
        range(own.closest(".draft"));
      }
      draw();
      count();
    }

    /* Which finding of several at one place: the next one with each click. */
    function chosen(part) {
      const numbers = part.dataset.finding.split(" ").filter((each) => !note(each)?.classList.contains("off"));
      return numbers[(numbers.indexOf(active) + 1) % numbers.length] || "";
    }

    function step(by) {
      const all = shown();
      if (!all.length) return;
      const at = all.findIndex((each) => each.dataset.finding === active);
      const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
      const number = next.dataset.finding;
      const place = main(number, "a.number:not(.other)")[0] || next;
      activate(number);
      place.focus({ preventScroll: true });
      reveal(ownMark(number) || next);
    }

    /* The filters; those that are gone leave no trace in the copy. */
    function filter() {
      const wanted = new Set([...bar.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
      const rule = bar.elements.rule.value;
      for (const each of notes) {
        const off = !wanted.has(each.dataset.severity) || (rule && each.dataset.rule !== rule);
        each.classList.toggle("off", Boolean(off));
      }
      for (const part of root.querySelectorAll("mark[data-finding], .copy a.number")) {
        part.classList.toggle("off", part.dataset.finding.split(" ").every((each) => note(each)?.classList.contains("off")));
      }
      if (active && note(active)?.classList.contains("off")) activate("");
      rangeAll();
      count();
    }

    function count() {
      if (!bar) return;
      const all = shown();
      const at = all.findIndex((each) => each.dataset.finding === active);
      bar.querySelector("output").value = at < 0 ? `${all.length} shown` : `${at + 1} of ${all.length}`;
    }

    root.addEventListener("focusin", (event) => {
      const part = event.target.closest("[data-finding]");
      if (part && !part.dataset.finding.split(" ").includes(active)) activate(part.dataset.finding.split(" ")[0]);
    });
    /* Focus by mouse would scroll what is half in sight, or move its note, and the click would then meet something else. */
    root.addEventListener("mousedown", (event) => { if (event.target.closest("a[href^='#']")) event.preventDefault(); });
    root.addEventListener("click", (event) => {
      if (!root.contains(event.target)) return; /* a button that has gone with its click */
      const link = event.target.closest("a[href^='#']");
      const part = event.target.closest("[data-finding]");
      if (link && part) {
        event.preventDefault();
        activate(part.dataset.finding.split(" ")[0]);
        go(link.getAttribute("href").slice(1));
      } else if (event.target.closest("mark")) {
        activate(chosen(event.target.closest("mark")));
      } else if (part) {
        activate(part.dataset.finding);
      } else {
        activate("");
      }
    });
    /* A link goes to its place only where that is out of sight: what is in sight lights up, and that's enough. */
    function go(name) {
      const aim = document.getElementById(name);
      if (!aim) return;
      let place = aim;
      while (place.matches(".at")) place = place.nextElementSibling;
      reveal(place);
      const number = aim.matches(".note")
        ? aim.querySelector("a.number")
        : main(active, "a.number:not(.other)").find((each) => each.hash === `#n${name.slice(1)}`);
      if (number) number.focus({ preventScroll: true });
    }
    function reveal(aim) {
      const box = aim.getBoundingClientRect();
      const high = bar && !bar.hidden ? bar.offsetHeight + 8 : 8;
      if (box.top < high || box.bottom > innerHeight - 8) aim.scrollIntoView({ block: "center" });
    }
    root.addEventListener("toggle", rangeAll, true);
    const keys = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
      const key = event.key.toLowerCase();
      if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
      else if (key === "escape") activate("");
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", keys);
    let width = 0;
    const resized = new ResizeObserver(() => {
      if (root.clientWidth === width) return;
      width = root.clientWidth;
      requestAnimationFrame(rangeAll);
    });
    resized.observe(root);
    if (bar) {
      bar.hidden = notes.length === 0;
      bar.addEventListener("change", filter);
      bar.addEventListener("submit", (event) => event.preventDefault());
      bar.addEventListener("click", (event) => { if (event.target.value && event.target.type === "button") step(Number(event.target.value)); });
      count();
    }
    rangeAll();
    document.fonts.ready.then(rangeAll);
    return {
      activate, filter, step, rangeAll,
      get active() { return active; },
      end() {
        watch.disconnect();
        resized.disconnect();
        document.removeEventListener("keydown", keys);
      },
    };
  }
  return { proof };
})();
if (document.querySelector("main.proof[data-still]") === null && document.querySelector("main.proof")) {
  newslint.proof(document.querySelector("main.proof"), document.querySelector("form.bar"));
}
