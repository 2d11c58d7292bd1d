// Finds places on this site by people's own words. The list that it looks into (publish/files/search_index.py makes it) is fetched
// when the box is first used. What is typed stays here: it is not sent, not kept, and not put into an address.
const VERSION = 1;
const MOST = 15; // results at once
const MOST_ON_A_PAGE = 2;
const MOST_WORDS = 20, MOST_TYPED = 500; // what is typed beyond that is not read
const SHOWN = 50; // parts of a place's text in a result: words, and what is between them
const QUIET = 600; // milliseconds without a key before the number of results is said
const REST = 400; // milliseconds without a key before a list is fetched that few need
// How much a word counts, by where it stands, and by how well it fits.
const SAID = 5, TITLE = 4, PAGE_TITLE = 1, TEXT = 1;
const FORM = 0.8, START = 0.6, SLIP = 0.5;
// Two words are forms of one if they part only in these endings, after three letters or more.
const ENDING = /^(e|s|es|ed|d|er|ers|r|rs|ing|ings|ly|y|ies|ied|ation|ations|ment|ments|n|en|al|ance|ion|ions|ive)?$/;

// Words that a question is made of, and that say little of what it is about.
const SMALL = new Set("a about an and any are at be can cant could did didnt do does dont for from get got have he her him how i if im in is isnt it ive just me my of on or our please she should so that the their them there they this to us was we what when where which who why will with wont you your".split(" "));
const SMALL_COUNTS = 0.2;
// A whole postcode, which the area page looks up, and its first half.
const POSTCODE = /^(?=.*\d)[A-Z]{1,2}[\dIOL][\dA-Z]?[\dIOL][A-Z]{2}$/, HALF = /^[A-Z]{1,2}\d[\dA-Z]?$/;

// Marks go first: a long row of them takes long to put in order. Single letters in a row are a short form: N.H.S., s e n d.
function wordsOf(text) {
  const plain = text.replace(/[\p{M}'’‘‛ʼʹ´`′＇]/gu, "").normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const found = plain.match(/[\p{L}\p{N}]+/gu) ?? [], joined = [];
  found.forEach((word, at) => {
    const goesOn = [word, found[at - 1]].every(one => /^\p{L}$/u.test(one ?? ""));
    if (goesOn) joined[joined.length - 1] += word;
    else joined.push(word);
  });
  return joined;
}

function areForms(one, other) {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const endings = [one, other].map(word => word.slice(same + (word[same] === word[same - 1]))); // plan, planned
  return same > 2 && endings.every(ending => ENDING.test(ending));
}

// One letter more, less, changed, or swapped with the next.
function isSlip(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const rest = (word, by) => word.slice(at + by);
  return rest(one, 1) === rest(other, 1) || rest(one, 1) === rest(other, 0) || rest(one, 0) === rest(other, 1)
    || (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one, 2) === rest(other, 2));
}

function read(list, address) {
  if (list.version !== VERSION) throw new Error("This is not the list that this script reads.");
  const places = [], words = new Map(); // word → place → how much it counts there
  for (const page of list.pages) {
    for (const place of [page, ...page.places]) {
      const fields = [[place.text, TEXT], [place.more, TEXT], [page.title, PAGE_TITLE], [place.title, TITLE], ...(place.said ?? []).map(said => [said, SAID])];
      for (const [text = "", weight] of fields) {
        for (const word of wordsOf(text)) {
          if (!words.has(word)) words.set(word, new Map());
          words.get(word).set(places.length, weight);
        }
      }
      places.push({
        page,
        title: place.title,
        text: place.text ?? "",
        href: new URL(`../${page.address}`, address).pathname + (place.id ? `#${place.id}` : ""),
        where: [...page.above, ...(place === page ? [] : [page.title])].join(" › "),
        names: [place.title, ...(place.said ?? [])].map(name => wordsOf(name).join(" ")),
      });
    }
  }
  return { places, words, plain: list.plain };
}

// The words of the site that a typed word may mean, each with how well it fits. The last word may not be finished.
function meant(word, last, { words, plain }) {
  const found = new Map();
  for (const known of words.keys()) {
    const fit = known === word ? 1 : !plain && areForms(known, word) ? FORM : last && word.length > 1 && known.startsWith(word) ? START : 0;
    if (fit) found.set(known, fit);
  }
  if (!found.size && word.length > 2) for (const known of words.keys()) if (isSlip(known, word)) found.set(known, SLIP);
  return found;
}

// Two words of the site that were typed as one: easyread.
function apart(word, words) {
  const known = part => words.has(part);
  for (let at = 3; at < word.length - 2; at++) if (known(word.slice(0, at)) && known(word.slice(at))) return [word.slice(0, at), word.slice(at)];
  return [word];
}

// A word of the site that was typed as two: wheel chair.
function together(typed, words) {
  const isOne = at => words.has(typed[at] + typed[at + 1]) && !(words.has(typed[at]) && words.has(typed[at + 1]));
  return typed.flatMap((word, at) => isOne(at) ? [word + typed[at + 1]] : isOne(at - 1) ? [] : [word]);
}

function asWords(typed, list) {
  const { words } = list;
  const text = typed.slice(0, MOST_TYPED), bare = text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
  const found = wordsOf(text);
  if (POSTCODE.test(bare) || (HALF.test(bare) && !words.has(found[0]))) return ["postcode"];
  return [...new Set(together(found, words))].slice(0, MOST_WORDS).flatMap(word => isKnown(word, list) ? [word] : apart(word, words));
}

const isKnown = (word, { words, plain }) => words.has(word) || (!plain && [...words.keys()].some(known => areForms(known, word)));

function find(list, typed) {
  const { places, words } = list, asked = asWords(typed, list);
  const found = places.map(place => ({ place, score: 0, share: 0 })), marked = new Set();
  let whole = 0;
  asked.forEach((word, at) => {
    const hits = new Map(), fits = meant(word, at === asked.length - 1, list);
    for (const [known, fit] of fits)
      for (const [place, weight] of words.get(known)) hits.set(place, Math.max(hits.get(place) ?? 0, weight * fit));
    const rare = Math.log(1 + places.length / (hits.size || 1)) * (SMALL.has(word) ? SMALL_COUNTS : 1);
    whole += rare;
    for (const [place, weight] of hits) {
      found[place].score += weight * rare;
      found[place].share += rare;
    }
    if (hits.size < places.length / 5) for (const known of fits.keys()) marked.add(known);
  });
  for (const result of found) {
    result.score *= (result.share / whole) ** 2;
    if (result.place.names.includes(asked.join(" "))) result.score *= 2;
    if (result.place.title === result.place.page.title) result.score *= 1.2;
  }
  const onPage = new Map(), count = page => onPage.set(page, (onPage.get(page) ?? 0) + 1).get(page);
  const best = found.filter(result => result.share > whole / 2).sort((one, other) => other.score - one.score);
  return { marked, results: best.filter(({ place }) => count(place.page) <= MOST_ON_A_PAGE).slice(0, MOST).map(({ place }) => place) };
}

// Some of a place's text, around the first word that was looked for, with each such word marked.
function excerpt(text, marked) {
  const parts = text.split(/([\p{L}\p{N}\p{M}'’]+)/u), isMarked = part => marked.has(wordsOf(part)[0]);
  const first = parts.findIndex(isMarked), from = first < SHOWN ? 0 : first - SHOWN / 2;
  const shown = parts.slice(from, from + SHOWN).map(part => {
    const mark = isMarked(part) && document.createElement("mark");
    if (mark) mark.textContent = part;
    return mark || part;
  });
  return [from ? "… " : "", ...shown, from + SHOWN < parts.length ? "…" : ""];
}

function draw({ title, text, href, where }, marked) {
  const item = document.createElement("li"), link = document.createElement("a");
  link.href = href;
  link.textContent = title;
  item.append(link);
  for (const [kind, content] of [["where", where ? [where] : []], ["excerpt", excerpt(text, marked)]]) {
    const line = document.createElement("p");
    line.className = kind;
    line.append(...content);
    if (line.textContent) item.append(line);
  }
  return item;
}

function start(box) {
  const [shown, words] = [...box.querySelectorAll("template")].map(template => template.content);
  const input = shown.querySelector("input"), said = shown.querySelector("[role=status]");
  // Opened from a file, a page may not read another one.
  if (document.URL.startsWith("file:")) {
    box.querySelector("search").replaceChildren(words.querySelector("[data-said=from-file]"));
    return;
  }
  const list = shown.querySelector(".found"), nothing = words.querySelector(".nothing");
  // The second list is of words in other languages.
  const lists = [box.dataset.search, box.dataset.more].filter(Boolean).map(name => new URL(name, document.baseURI));
  let loading = {}, waiting;

  const load = address => (loading[address] ??= fetch(address).then(answer => answer.json()).then(found => read(found, address)));

  // In the first list, and where nothing is there, in the second: it is fetched once the reader rests, or asks. A letter that
  // English has not leads to the second at once.
  async function look(typed, asked) {
    let found;
    for (const address of /[^\P{L}a-z]/iu.test(typed) ? [...lists].reverse() : lists) {
      if (found && !asked && !loading[address]) await new Promise(rested => setTimeout(rested, REST));
      if (input.value !== typed) break;
      found = find(await load(address), typed);
      if (found.results.length) break;
    }
    return found;
  }

  function say(kind, number) {
    clearTimeout(waiting);
    const text = kind && words.querySelector(`[data-said="${kind}"]`).textContent.replace("{number}", number);
    waiting = setTimeout(() => (said.textContent = text), text ? QUIET : 0);
  }

  async function show(asked) {
    // Browsers themselves need long to draw hundreds of thousands of marks on one letter.
    if (input.value.length > MOST_TYPED) input.value = input.value.slice(0, MOST_TYPED);
    const typed = input.value;
    let found = { results: [] }, failed = false;
    if (typed.trim()) {
      say("waiting");
      try {
        found = await look(typed, asked);
      } catch {
        loading = {};
        failed = true;
      }
      if (input.value !== typed) return;
    }
    const number = found.results.length;
    list.replaceChildren(...found.results.map(place => draw(place, found.marked)));
    if (typed.trim() && !failed && !number) list.after(nothing);
    else nothing.remove();
    say(failed ? "failed" : !typed.trim() ? "" : number > 1 ? "many" : number ? "one" : "nothing", number);
  }

  input.addEventListener("input", () => show());
  input.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    input.value = "";
    show();
  });
  const form = shown.querySelector("form");
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const typed = input.value;
    await show(true);
    if (input.value === typed && form.contains(document.activeElement)) (list.querySelector("a") ?? input).focus();
  });
  box.querySelector("search").replaceChildren(shown);
}

document.querySelectorAll("[data-search]").forEach(start);
