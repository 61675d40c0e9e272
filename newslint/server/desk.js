/* The desk: what is typed is read by newslint on this machine a moment later; what is mended is mended in the draft itself. */
(() => {
  const PAUSE = 300;
  const find = (selector) => document.querySelector(selector);
  const draft = find("#draft"), kind = find("#kind"), file = find("#file"), status = find("#status"), sheet = find("#proof");
  const all = find("#all"), word = find("#word"), style = find("#style"), held = find(".held");
  const kinds = [...kind.options].map((option) => option.value);
  /* The page takes HTML from the desk itself and from nowhere else. */
  const trusted = self.trustedTypes ? trustedTypes.createPolicy("newslint", { createHTML: (html) => html }) : { createHTML: (html) => html };
  const state = {
    name: "draft.txt", data: null, stets: new Map(), answer: null, text: "",
    latest: 0, asking: null, timer: 0, proof: null, off: new Set(), rule: "", next: null,
  };

  const say = (sentence) => { if (status.textContent !== sentence) status.textContent = sentence; };
  const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  const fresh = () => state.answer && draft.value === state.text;

  function made(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  /* Asking. Each question drops the one before it, and an answer to an older one is dropped too. */
  function later() {
    clearTimeout(state.timer);
    sheet.classList.toggle("stale", !fresh());
    state.timer = setTimeout(check, PAUSE);
  }

  function asked() {
    const stets = [...state.stets].map(([fingerprint, reason]) => ({ fingerprint, reason }));
    const body = state.data === null ? { name: state.name, text: draft.value } : { name: state.name, data: state.data };
    return { ...body, ...(style.checked ? { level: "suggestion" } : {}), stets };
  }

  async function ask(path, signal) {
    const answer = await fetch(path, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked()), signal, cache: "no-store",
    });
    if (!answer.ok) throw new Error((await answer.json()).error);
    return answer;
  }

  async function check() {
    clearTimeout(state.timer);
    state.asking?.abort();
    state.asking = new AbortController();
    const mine = ++state.latest;
    if (state.data === null && !draft.value.trim()) return empty();
    const text = draft.value;
    const slow = setTimeout(() => say("Reading\u2026"), 400);
    try {
      const answer = await (await ask("/proof", state.asking.signal)).json();
      if (mine === state.latest) await show(answer, text);
      return true;
    } catch (error) {
      if (mine === state.latest && error.name !== "AbortError") trouble(error);
      return false;
    } finally {
      clearTimeout(slow);
    }
  }

  function trouble(error) {
    say(error instanceof TypeError ? "The desk doesn\u2019t answer. Start it again: your text is still here." : error.message);
  }

  /* Showing. */
  function show(answer, text) {
    if (state.data !== null) {
      draft.value = answer.text;
      if (answer.editable) {
        state.data = null;
        if (draft.value !== answer.text) return check();
      }
      text = draft.value;
    }
    state.answer = answer;
    state.text = text;
    named(answer);
    const before = state.proof ? { place: state.proof.active, answers: state.shown } : null;
    const page = new DOMParser().parseFromString(trusted.createHTML(`${answer.bar}<main class="proof">${answer.told}${answer.drafts}</main>`), "text/html");
    put(page.querySelector("form.bar"), page.querySelector("main"));
    state.shown = answer.report.findings.map((each) => each.fingerprint);
    answer.report.findings.forEach(furnish);
    furnishStetted();
    settle(before);
    summarise(answer.report);
    sheet.classList.remove("stale");
  }

  function put(bar, main) {
    state.proof?.end();
    const old = find("form.bar");
    for (const box of bar.querySelectorAll("[name=severity]")) box.checked = !state.off.has(box.value);
    const rule = bar.querySelector("select");
    rule.value = state.rule;
    if (rule.selectedIndex < 0) rule.value = "";
    old.replaceWith(bar);
    find("main").replaceWith(main);
    bar.addEventListener("change", () => {
      for (const box of bar.querySelectorAll("[name=severity]")) state.off[box.checked ? "delete" : "add"](box.value);
      state.rule = rule.value;
    });
    state.proof = newslint.proof(main, bar);
    state.proof.filter();
  }

  /* The finding that was lit stays so; after a fix the one that has come into its place is gone to. */
  function settle(before) {
    const lit = before && before.answers[before.place - 1];
    const at = state.shown.indexOf(lit);
    if (state.next === null && at >= 0) return state.proof.activate(String(at + 1));
    if (state.next === null) return;
    const notes = [...document.querySelectorAll(".note:not(.off)")];
    const note = notes.find((each) => Number(each.dataset.finding) >= state.next) || notes[notes.length - 1];
    state.next = null;
    const place = note && (document.querySelector(`.copy a.number:not(.other)[href="#${note.id}"]`) || note.querySelector("a.number"));
    (place || draft).focus({ preventScroll: true });
  }

  function summarise(report) {
    const { errors, warnings, suggestions, stetted } = report.summary;
    const told = [[errors, "error"], [warnings, "warning"], [suggestions, "suggestion"]].filter(([number]) => number);
    const found = told.map(([number, noun]) => counted(number, noun)).join(", ") || "Nothing found";
    say(`${found}${stetted ? `; ${stetted} let stand` : ""}`);
  }

  function named(answer) {
    find(".tools .name").textContent = answer.name === "draft.txt" ? "Draft" : answer.name;
    draft.readOnly = !answer.editable;
    held.hidden = answer.editable;
    held.querySelector("span").textContent = `This is the copy of ${answer.name}. The file itself stays as it is.`;
    const suffix = answer.name.slice(answer.name.lastIndexOf(".")).toLowerCase();
    const likes = { ".htm": ".html", ".markdown": ".md" };
    kind.selectedIndex = kinds.indexOf(likes[suffix] || suffix);
    kind.disabled = !answer.editable || kind.selectedIndex < 0;
    word.hidden = !answer.annotated || state.data === null;
    const certain = certainFixes();
    all.hidden = !certain.length;
    all.textContent = certain.length === 1 ? "Make the certain fix" : `Make all ${certain.length} certain fixes`;
  }

  function empty() {
    state.answer = null;
    state.text = "";
    state.proof?.end();
    state.proof = null;
    find("form.bar").hidden = true;
    find("main").replaceWith(made("main", { className: "proof" }, made("p", { className: "empty", textContent: "The proof will stand here, with notes in its margin." })));
    all.hidden = word.hidden = held.hidden = true;
    say("Paste a draft, or drop a file on this page.");
  }

  /* What can be done about a finding. */
  function furnish(finding, index) {
    const note = document.getElementById(`n${index + 1}`);
    const actions = made("div", { className: "actions" });
    const button = (text, act, className = "") => {
      const it = made("button", { type: "button", textContent: text, className });
      it.setAttribute("aria-describedby", `m${index + 1}`);
      it.addEventListener("click", act);
      actions.append(it);
    };
    if (state.answer.editable && finding.fix) button("Apply", () => mend([finding], index + 1), "apply");
    if (state.answer.editable) button("Edit", () => edit(finding));
    button("Let stand\u2026", () => askReason(finding, note, actions, index + 1));
    note.append(actions);
  }

  function askReason(finding, note, actions, number) {
    const reason = made("input", { type: "text", required: document.body.dataset.reason !== undefined, maxLength: 300 });
    const label = made("label", {}, "Why shall it stand? ", reason);
    const form = made("form", {}, label, made("div", { className: "actions" },
      made("button", { type: "submit", textContent: "Let stand" }),
      made("button", { type: "button", textContent: "Back", onclick: close })));
    function close() {
      form.replaceWith(actions);
      state.proof.rangeAll();
      actions.lastElementChild.focus({ preventScroll: true });
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      state.stets.set(finding.fingerprint, reason.value.trim());
      state.next = number;
      check();
    });
    form.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } });
    actions.replaceWith(form);
    state.proof.rangeAll();
    reason.focus({ preventScroll: true });
  }

  function furnishStetted() {
    for (const row of document.querySelectorAll(".stetted li")) {
      const mark = row.dataset.fingerprint;
      if (!state.stets.has(mark)) continue;
      const undo = made("button", { type: "button", textContent: "Take back" });
      undo.addEventListener("click", () => { state.stets.delete(mark); check(); });
      row.append(undo);
    }
  }

  /* Mending. Offsets count code points; the browser counts otherwise. */
  function units(text) {
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (offset) => offset;
    const starts = [0];
    for (const letter of text) starts.push(starts[starts.length - 1] + letter.length);
    return (offset) => starts[Math.min(offset, starts.length - 1)];
  }

  function mend(findings, number) {
    if (!fresh()) return check();
    const at = units(state.text);
    const edits = findings.flatMap((finding) => finding.fix.edits);
    edits.sort((a, b) => b.start.offset - a.start.offset);
    draft.focus({ preventScroll: true });
    for (const each of edits) write(at(each.start.offset), at(each.end.offset), each.replacement);
    state.next = number;
    return check();
  }

  /* As if it were typed, so that it can be undone. */
  function write(start, end, text) {
    draft.setSelectionRange(start, end);
    const done = text ? document.execCommand("insertText", false, text) : start === end || document.execCommand("delete");
    if (!done) draft.setRangeText(text, start, end, "end");
  }

  function certainFixes() {
    if (!state.answer?.editable) return [];
    const taken = [];
    return state.answer.report.findings.filter((finding) => {
      if (finding.fix?.safety !== "safe") return false;
      const spans = finding.fix.edits.map((each) => [each.start.offset, each.end.offset]);
      if (spans.some(([start, end]) => taken.some(([first, last]) => start <= last && first <= end))) return false;
      taken.push(...spans);
      return true;
    });
  }

  function edit(finding) {
    if (!fresh()) return check();
    const at = units(state.text);
    const start = at(finding.start.offset);
    draft.blur();
    draft.setSelectionRange(start, start);
    draft.focus();
    draft.setSelectionRange(start, at(finding.end.offset));
    return undefined;
  }

  /* Files. */
  async function take(given) {
    if (!given) return undefined;
    if (given.size > Number(document.body.dataset.most) * 0.7) return say(`${given.name} is too large.`);
    const bytes = new Uint8Array(await given.arrayBuffer());
    let text = "";
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    const before = { name: state.name, data: state.data, stets: state.stets };
    Object.assign(state, { name: given.name || "draft.txt", data: btoa(text), stets: new Map() });
    /* What can't be read leaves the desk as it was. */
    if (!(await check())) Object.assign(state, before);
  }

  function save(blob, name) {
    const url = URL.createObjectURL(blob);
    made("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  draft.addEventListener("input", later);
  style.addEventListener("change", check);
  kind.addEventListener("change", () => {
    state.name = state.name.replace(/\.[^.]*$/, "") + kind.value;
    check();
  });
  file.addEventListener("change", () => { take(file.files[0]); file.value = ""; });
  all.addEventListener("click", () => mend(certainFixes(), 1));
  find("#as-text").addEventListener("click", () => {
    state.data = null;
    state.name = "draft.txt";
    check().then(() => draft.focus());
  });
  find("#copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(draft.value);
    } catch {
      draft.select();
      document.execCommand("copy");
    }
    say("The text is copied.");
  });
  word.addEventListener("click", async () => {
    try {
      save(await (await ask("/annotated")).blob(), `notes on ${state.name}`);
    } catch (error) {
      trouble(error);
    }
  });
  find("#clear").addEventListener("click", () => {
    Object.assign(state, { name: "draft.txt", data: null, next: null, rule: "" });
    state.stets.clear();
    state.off.clear();
    draft.value = "";
    draft.readOnly = false;
    kind.disabled = false;
    kind.value = ".txt";
    find(".tools .name").textContent = "Draft";
    check();
    draft.focus();
  });
  document.addEventListener("dragover", (event) => { event.preventDefault(); document.body.classList.add("dropping"); });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("dropping"); });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("dropping");
    if (event.dataTransfer.files.length) take(event.dataTransfer.files[0]);
    else if (!draft.readOnly && event.dataTransfer.getData("text/plain")) {
      draft.value = event.dataTransfer.getData("text/plain");
      check();
    }
  });
  if (draft.value.trim()) check();
  else draft.focus();
})();
