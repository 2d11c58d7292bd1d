// "Did we…?" What is answered stays on this page: nothing is sent or stored, and a file is made only when the reader asks for one.
// Shows how far the reader is, sums up, and saves. Its words stand in the page: in labels, headings and the second template.
const form = document.querySelector("[data-did-we]");
const [shown, words] = [...form.querySelectorAll("template")].map(template => template.content);
const told = form.querySelector("output"), sum = shown.querySelector(".sum"), saved = shown.querySelector("[role=status]");
const name = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
let pause;

const all = (selector, from = form) => [...from.querySelectorAll(selector)];
const ticked = choice => form.querySelector(`[name="${choice}"]:checked`);
const text = part => part.textContent.trim();
const labelOf = input => text(input.closest("label"));
const wording = key => words.querySelector(`[data-word="${key}"]`);
const say = (key, values = {}) => text(wording(key)).replace(/\{(\w+)\}/g, (whole, part) => values[part] ?? whole);
const title = () => say("title", { occasion: labelOf(ticked("show")) });

// The questions that the occasion leaves on the page. What can't be seen is neither counted nor saved.
function asked() {
  return all(".asked fieldset").filter(field => field.getClientRects().length).map(field => ({
    id: field.id,
    value: text(field.closest("section").querySelector("h2")),
    question: text(field.querySelector("legend")),
    answer: field.querySelector(":checked"),
  }));
}

function count(questions) {
  const answers = questions.map(each => each.answer ? labelOf(each.answer) : say("open"));
  const kinds = [...all("label", form.querySelector(".asked fieldset")).map(text), say("open")].filter(kind => answers.includes(kind));
  return kinds.map(kind => `${kind}: ${answers.filter(answer => answer === kind).length}.`).join(" ");
}

const valuesOf = questions => [...new Set(questions.map(each => each.value))].map(value => [value, questions.filter(each => each.value === value)]);

// What was answered, all together and by value, and what to talk about next: first each no, then each partly.
function summary(questions) {
  const next = ["no", "partly"].flatMap(answer => questions.filter(each => each.answer?.value === answer));
  return {
    counts: [[say("together"), questions], ...valuesOf(questions)].map(([of, some]) => `${of}. ${count(some)}`),
    next: next.length ? next.map(each => `${labelOf(each.answer)}: ${each.question}`) : [say("nothing-next")],
  };
}

function list(items) {
  const made = document.createElement("ul");
  made.append(...items.map(item => Object.assign(document.createElement("li"), { textContent: item })));
  return made;
}

// Shows the summary, if there is an answer, and returns how far the reader is.
function show() {
  const questions = asked(), answered = questions.filter(each => each.answer).length;
  const { counts, next } = summary(questions);
  const parts = () => [wording("summary").cloneNode(true), list(counts), wording("next").cloneNode(true), list(next)];
  sum.replaceChildren(...(answered ? parts() : []));
  return say("progress", { answered, all: questions.length });
}

// Spoken when the reader pauses, not at each step from answer to answer.
function changed() {
  const progress = show();
  told.removeAttribute("aria-live");
  clearTimeout(pause);
  pause = setTimeout(() => { if (told.textContent !== progress) told.textContent = progress; }, 700);
}

function missing() {
  if (ticked("show").value === "all") return ["occasion", ticked("show")];
  if (!ticked("group")) return ["group", form.querySelector("[name=group]")];
  const questions = asked();
  return questions.some(each => each.answer) ? [] : ["answer", form.querySelector(`[name="${questions[0].id}"]`)];
}

// Asks for the first thing that is missing, at its place. Says whether something is.
function lacks() {
  form.querySelector("[id^=needs-]")?.remove();
  const [what, field] = missing();
  if (!what) return false;
  const needs = words.querySelector(`#needs-${what}`).cloneNode(true);
  field.closest("fieldset").querySelector("legend").after(needs);
  field.setAttribute("aria-describedby", needs.id);
  field.focus();
  return true;
}

function asText() {
  const questions = asked(), { counts, next } = summary(questions);
  const choice = kind => `${text(ticked(kind).closest("fieldset").querySelector("legend"))} ${labelOf(ticked(kind))}`;
  const answer = each => `- ${each.question} ${each.answer ? labelOf(each.answer) : say("open")}`;
  const points = items => items.map(item => `- ${item}`);
  return [
    title(), say("draft"), "", choice("show"), choice("group"),
    ...valuesOf(questions).flatMap(([value, some]) => ["", value, ...some.map(answer)]),
    "", say("summary"), ...points(counts), "", say("next"), ...points(next), "",
  ].join("\r\n");
}

function asCopy() {
  const answers = Object.fromEntries(asked().filter(each => each.answer).map(each => [each.id, each.answer.value]));
  const occasion = ticked("show").value, group = ticked("group").value;
  return JSON.stringify({ format: "did-we", version: 1, copy: name, occasion, group, answers }, null, 1) + "\n";
}

function save(content, type, ending) {
  const file = `did-we-${ticked("show").value}-${name.slice(0, 8)}.${ending}`;
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([content], { type })), download: file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  saved.textContent = say("saved", { file });
}

const deeds = {
  print: () => print(),
  copy: () => lacks() || save(asCopy(), "application/json", "json"),
  text: () => lacks() || save(asText(), "text/plain;charset=utf-8", "txt"),
  send(event) {
    const address = event.currentTarget.href.split("?")[0];
    if (lacks()) event.preventDefault();
    else event.currentTarget.href = `${address}?subject=${encodeURIComponent(title())}&body=${encodeURIComponent(asText())}`;
  },
};

for (const button of all("[data-do]", shown)) button.addEventListener("click", deeds[button.dataset.do]);
form.querySelector("[data-without-script]").replaceWith(shown);
// Some browsers fill in what stood here before the page was loaded again, which may be somebody else's.
for (const input of all("input")) input.checked = input.defaultChecked;
form.addEventListener("change", changed);
// How far the reader is stands there from the start, and is spoken only once that changes.
told.setAttribute("aria-live", "off");
told.textContent = show();
