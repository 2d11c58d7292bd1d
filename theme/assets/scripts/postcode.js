// "Is my postcode covered?" The answer is worked out here: nothing typed is sent, kept or put into an address.
// The one file that it asks for is the same for everybody. Its form, and the reference for parse and lookUp: charter/map/postcodes.py
const LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
const WHOLE = /^([A-Z]{1,2})(0|[1-9]\d?|[1-9][A-HJ-NP-Z])(\d)([ABD-HJLNP-UW-Z])([ABD-HJLNP-UW-Z])$/;
const SHAPES = { 5: ["LDDLL"], 6: ["LDDDLL", "LLDDLL", "LDLDLL"], 7: ["LLDDDLL", "LLDLDLL"] };
const SLIPS = { D: { O: "0", I: "1", L: "1" }, L: { 0: "O", 1: "I" } };
const MOST = 200, ENDS = [2, 1, 3], HALF = /^[A-Z]{1,2}\d[\dA-Z]?\d?$/;

const wordsOf = typed => (typed.slice(-MOST).normalize("NFKC").match(/(?:(?![\u115f\u1160])[\p{L}\p{N}])+/gu) ?? []).map(word => word.toUpperCase());

function parse(typed) {
  const words = wordsOf(typed), ends = ENDS.filter(count => count < words.length).map(count => words.slice(-count).join(""));
  return shaped(words.join("")) ?? ends.map(end => WHOLE.exec(end)).find(Boolean) ?? ends.map(shaped).find(Boolean) ?? null;
}

function shaped(text) {
  if (WHOLE.test(text)) return WHOLE.exec(text);
  const read = (SHAPES[text.length] ?? []).map(shape => text.replace(/./g, (letter, at) => SLIPS[shape[at]][letter] ?? letter));
  const readings = [...new Set(read)].filter(reading => WHOLE.test(reading));
  return readings.length === 1 ? WHOLE.exec(readings[0]) : null;
}

// What was typed instead of a postcode.
function mistake(typed) {
  const text = wordsOf(typed).join("");
  return !text ? "empty" : HALF.test(text) ? "half" : /^\p{L}+$/u.test(text) ? "name" : "not-a-postcode";
}

function lookUp(index, [, area, district, sector, first, second]) {
  const slot = sector * 400 + LETTERS.indexOf(first) * 20 + LETTERS.indexOf(second);
  const runs = index.get(area + district);
  return index.get(runs ? at(runs, slot) : at(index.get(area) ?? "", Number(district))).split(":");
}

function at(runs, slot) {
  for (const [, letter, count] of runs.matchAll(/([a-z.])(\d*)/g)) {
    slot -= count || 1;
    if (slot < 0) return letter;
  }
  return ".";
}

async function load(address) {
  const text = await (await fetch(address)).text();
  const index = new Map(text.trim().split(/\r?\n/).map(line => line.split(" ")));
  if (index.get("postcodes") !== "1" || !index.has("end")) throw new Error("This is not a whole list of postcodes.");
  return index;
}

function start(box) {
  const [shown, words] = [...box.querySelectorAll("template")].map(template => template.content);
  // The way to the list stands in the page for those without script; here it follows each answer that leaves a question open.
  const list = box.querySelector("a");
  for (const answer of words.querySelectorAll("[data-list]")) answer.append(" ", list.cloneNode(true));
  // Opened from a file, a page may not read another one.
  if (document.URL.startsWith("file:")) {
    box.replaceChildren(words.querySelector("[data-answer=from-file]"));
    return;
  }
  const input = shown.querySelector("input");
  const said = shown.querySelector("[role=status]");
  let loading;

  function say(kind, values = {}) {
    const answer = words.querySelector(`[data-answer="${kind}"]`).cloneNode(true);
    answer.firstChild.data = answer.firstChild.data.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
    said.replaceChildren(answer);
  }

  shown.querySelector("form").addEventListener("submit", async event => {
    event.preventDefault();
    const postcode = parse(input.value);
    input.setAttribute("aria-invalid", !postcode);
    if (!postcode) {
      say(mistake(input.value));
      input.focus();
      return;
    }
    say("waiting");
    try {
      const [kind, place] = lookUp(await (loading ??= load(box.dataset.postcodes)), postcode);
      const name = words.querySelector(`[data-place="${place}"]`)?.textContent;
      say(kind, { postcode: postcode.slice(1, 3).join("") + " " + postcode.slice(3).join(""), place: name });
    } catch {
      loading = undefined;
      say("failed");
    }
  });
  box.replaceChildren(shown);
}

document.querySelectorAll("[data-postcodes]").forEach(start);
