// "Did we…?" Shows how far the reader is, sums up, and saves. Nothing is sent or stored.
// Words stand in the page. Browsers may translate them: only ids and values are compared.
const form = document.querySelector("[data-did-we]");
const [shown, words] = [...form.querySelectorAll("template")].map(template => template.content);
const told = form.querySelector("output"), thing = form.querySelector("textarea"), sum = shown.querySelector(".sum"), errors = words.querySelector(".errors"), heading = shown.querySelector("#keep"), sure = shown.querySelector(".again [hidden]"), saved = shown.querySelector("[role=status]"), box = words.querySelector("textarea"), label = box.parentElement;
const left = ".asked fieldset:not([hidden])"; // others are neither counted nor saved
let name, pause, unsaved, wanted = [];

const all = (selector, from = form) => [...from.querySelectorAll(selector)];
const ticked = choice => form.querySelector(`[name="${choice}"]:checked`);
const make = (tag, parts) => Object.assign(document.createElement(tag), parts);
const text = part => part.textContent.trim();
const labelOf = input => text(input.closest("label"));
const wording = key => words.querySelector(`[data-word="${key}"]`);
const say = (key, values = {}) => text(wording(key)).replace(/\{(\w+)\}/g, (whole, part) => values[part] ?? whole);
const title = () => say("title", { occasion: labelOf(ticked("show")) });

function narrow() {
  const { value } = ticked("show");
  for (const part of all("[data-keys]")) part.hidden = value !== "all" && !part.dataset.keys.split(" ").includes(value);
}

function asked() {
  return all(left).map(field => ({
    id: field.id,
    section: field.closest("section"),
    question: text(field.querySelector("legend span")),
    answer: field.querySelector(":checked"),
  }));
}

function count(questions) {
  const kinds = [...all("input", form.querySelector(".asked fieldset")).map(input => [input.value, labelOf(input)]), [undefined, say("open")]];
  return kinds.map(([value, label]) => [label, questions.filter(each => each.answer?.value === value).length])
    .filter(([, number]) => number).map(([label, number]) => `${number} ${label.toLowerCase()}`).join(", ");
}

function valuesOf(questions) {
  return [...new Set(questions.map(each => each.section))]
    .map(section => [text(section.querySelector("h2")), questions.filter(each => each.section === section)]);
}

function summary(questions, answered = questions.filter(each => each.answer).length) {
  const next = ["no", "partly"].flatMap(answer => questions.filter(each => each.answer?.value === answer));
  return {
    counts: [[say("together", { answered, all: questions.length }), questions], ...valuesOf(questions)].map(([of, some]) => `${of}: ${count(some)}`),
    next: next.length ? next.map(each => `${labelOf(each.answer)}: ${each.question}`) : [say("nothing-next")],
  };
}

function list(items) {
  const made = make("ul");
  made.append(...items.map(item => make("li", { textContent: item })));
  return made;
}

// Returns how far the reader is.
function show() {
  const questions = asked(), answered = questions.filter(each => each.answer).length;
  const { counts, next } = summary(questions);
  const parts = () => [wording("summary").cloneNode(true), list(counts), wording("next").cloneNode(true), list(next)];
  sum.replaceChildren(...(answered ? parts() : []));
  return say("progress", { answered, all: questions.length });
}

// Other answers are another copy, with another name.
function begin() {
  unsaved = true;
  name = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
  toCopy("", "");
  narrow();
  return show();
}

// Spoken when the reader pauses, not at each step from answer to answer.
function changed() {
  const progress = begin();
  lacks();
  told.removeAttribute("aria-live");
  clearTimeout(pause);
  pause = setTimeout(() => { if (told.textContent !== progress) told.textContent = progress; }, 700);
}

// What saving may need: where it is to be given, as long as it is not.
const lacking = {
  group: () => !ticked("group") && form.querySelector("#group"),
  answer: () => !asked().some(each => each.answer) && form.querySelector(left),
};

// Lists all that is still missing of what was wanted, and says so at its place too.
function lacks() {
  for (const old of all(".error")) old.remove();
  const missing = wanted.filter(each => lacking[each]());
  errors.lastElementChild.replaceChildren(...missing.map(each => {
    const field = lacking[each](), item = make("li"), textContent = say(each), id = `for-${field.id}`;
    field.querySelector("legend").append(make("b", { className: "error", textContent: ` ${say("error")} ${textContent}` }));
    field.querySelector("input").id = id;
    item.append(make("a", { className: "alone", href: `#${id}`, textContent }));
    return item;
  }));
  missing.length ? heading.after(errors) : errors.remove();
}

function needs(...what) {
  wanted = what;
  lacks();
  errors.focus();
  return errors.isConnected;
}

function asText() {
  const questions = asked(), { counts, next } = summary(questions);
  const choice = kind => `${text(ticked(kind).closest("fieldset").querySelector("legend"))} ${labelOf(ticked(kind))}`;
  const line = each => `- ${each.question} ${each.answer ? labelOf(each.answer) : say("open")}`;
  const points = items => items.map(item => `- ${item}`);
  return [
    title(), say("draft"), "", choice("show"), ...(ticked("group") ? [choice("group")] : []),
    ...valuesOf(questions).flatMap(([value, some]) => ["", value, ...some.map(line)]),
    "", say("summary"), ...points(counts), "", say("next"), ...points(next), "",
    ...(thing.value.trim() ? [text(thing.previousElementSibling), thing.value.trim(), ""] : []),
  ].join("\r\n");
}

function asCopy() {
  const answers = Object.fromEntries(asked().filter(each => each.answer).map(each => [each.id, each.answer.value]));
  return JSON.stringify({ format: "did-we", version: 1, copy: name, occasion: ticked("show").value, group: ticked("group").value, answers }, null, 1) + "\n";
}

// An app's own browser may save or send nothing, without a word: so the same can be copied.
function toCopy(content, message) {
  unsaved &&= !content;
  box.value = content;
  content ? saved.after(label) : label.remove();
  saved.textContent = message;
}

function save(content, type, ending) {
  const file = `did-we-${ticked("show").value}-${name.slice(0, 8)}.${ending}`;
  toCopy(content, say("saved", { file }));
  const link = make("a", { href: URL.createObjectURL(new Blob([content], { type })), download: file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

const counted = ["group", "answer"];
const deeds = {
  print: () => print(),
  copy: () => needs(...counted) || save(asCopy(), "application/json", "json"),
  text: () => needs("answer") || save(asText(), "text/plain;charset=utf-8", "txt"),
  // Longer addresses open no email on Windows: so answers are pasted.
  send(event) {
    const link = event.currentTarget, [address] = link.href.split("?");
    if (needs(...counted)) return event.preventDefault();
    const href = `${address}?subject=${encodeURIComponent(title())}&body=${encodeURIComponent(say("mail"))}`;
    link.href = href.length > 1900 ? address : href;
    toCopy(asCopy(), say("sending", { address: address.slice(7) }));
  },
  ask() {
    sure.hidden = false;
    sure.firstElementChild.focus();
  },
  stay() {
    sure.hidden = true;
    form.querySelector("[data-do=ask]").focus();
  },
  clear() {
    sure.hidden = true;
    clear();
    const heading = document.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus();
  },
};

for (const button of all("[data-do]", shown)) button.addEventListener("click", deeds[button.dataset.do]);
box.addEventListener("click", () => box.select());
form.querySelector("[data-without-script]").replaceWith(shown);
form.querySelector("[data-narrows]").removeAttribute("data-narrows");
told.after(words.querySelector("a"));
told.parentElement.hidden = false;
form.addEventListener("change", ({ target }) => target.type === "radio" && changed());
thing.addEventListener("input", () => {
  unsaved = true;
  toCopy("", "");
  while (thing.scrollHeight > thing.clientHeight) thing.rows++; // for paper
});
addEventListener("beforeunload", event => {
  if (unsaved && (thing.value || asked().some(each => each.answer))) event.returnValue = "?";
});

// Nobody finds somebody else's answers, which browsers put back: on Back, after this script.
function clear() {
  for (const input of all("input")) {
    input.autocomplete = "off";
    input.checked = input.defaultChecked;
  }
  thing.value = "";
  wanted = [];
  lacks();
  clearTimeout(pause);
  told.setAttribute("aria-live", "off");
  told.textContent = begin();
}

clear();
addEventListener("pageshow", clear);
