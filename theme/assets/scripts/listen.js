// Reads the page aloud, a sentence at a time, by a voice of the device itself. Why so: decisions/0046-read-aloud.md.
const template = document.querySelector("[data-listen]"), tongue = template.closest("[lang]").lang, speech = window.speechSynthesis;
const box = template.content.firstElementChild, bar = box.firstElementChild, [play, ...others] = bar.children;
const [back, halt] = others, speed = bar.querySelector("select"), words = [...play.children];
const unread = "nav, svg, button, .listen, .sources, .moved, .english, .in-other-languages, [role=status], details:not([open]) > :not(summary)";
const blocks = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption, figcaption, summary, blockquote, .number, .also, div, main";
const RESTS = 0, READS = 1, PAUSED = 2; // the words of the first button
let voice, sentences, at, last, spoken, timer, state = RESTS;

const short = language => language.toLowerCase().split(/[-_]/)[0];
const isOwn = language => short(language) === short(tongue);

// Text nodes that can be seen, by line or block.
function gather(parent, found) {
  const block = parent.closest(blocks);
  for (const node of parent.childNodes) {
    if (node.data) {
      if (block !== last) found.push([]);
      found[found.length - 1].push(node);
      last = block;
    } else if (node.localName === "br") last = null;
    else if (node.matches && !node.matches(unread) && node.getClientRects().length) gather(node, found);
  }
  return found;
}

function split(text) {
  if (!Intl.Segmenter) return text.match(/.+?(?:[.!?…।؟]["'”’)]*\s+|$)/g) || [];
  return [...new Intl.Segmenter(tongue, { granularity: "sentence" }).segment(text)].map(each => each.segment);
}

// One in another language is left out, a name is not.
function sentencesOf(nodes) {
  const block = nodes[0].parentElement.closest(blocks);
  let next = 0;
  return split(nodes.map(node => node.data).join("").replace(/\s/g, " ")).flatMap(piece => {
    const text = piece.trim(), range = new Range();
    let from = next + piece.indexOf(text), to = from + text.length;
    next += piece.length;
    const own = nodes.filter(node => {
      const { length } = node, holds = from < length && to > 0;
      if (holds && from >= 0) range.setStart(node, from);
      if (holds && to <= length) range.setEnd(node, to);
      from -= length;
      to -= length;
      return holds && node.data.trim() && isOwn(node.parentElement.closest("[lang]").lang);
    });
    return own.length && /[\p{L}\p{N}]/u.test(text) ? [{ block, range, text }] : [];
  });
}

function mark(sentence) {
  document.querySelector(".heard")?.classList.remove("heard");
  CSS.highlights?.delete("heard");
  if (!sentence) return;
  const { block, range } = sentence, { top, bottom } = range.getBoundingClientRect();
  const end = getComputedStyle(bar).position === "fixed" ? bar.getBoundingClientRect().top : innerHeight;
  block.classList.add("heard");
  CSS.highlights?.set("heard", new Highlight(range));
  if (top < 0 || bottom > end) scrollBy({ top: top - innerHeight / 8, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

function show(now) {
  state = now;
  play.replaceChildren(words[now]);
  if (!now) for (const part of others) part.remove();
  else if (!speed.isConnected) bar.append(...others);
  box.classList.toggle("listening", !!now);
}

function hush() {
  clearTimeout(timer);
  if (!spoken) return;
  spoken = null;
  speech.cancel();
}

function stop() {
  hush();
  mark();
  if (bar.contains(document.activeElement)) play.focus({ preventScroll: true });
  show(RESTS);
}

// A voice that never ends, or ends at once, has failed.
function say() {
  const sentence = sentences[at];
  mark(sentence);
  if (!sentence) return stop();
  const { length } = sentence.text, rate = +speed.value, began = performance.now(), utterance = new SpeechSynthesisUtterance(sentence.text);
  const ended = failed => {
    if (utterance !== spoken) return;
    if (failed) return stop();
    clearTimeout(timer);
    at++;
    say();
  };
  const onend = () => ended(performance.now() - began < 3 * length);
  spoken = Object.assign(utterance, { voice, lang: voice.lang, rate, onend, onerror: ended });
  timer = setTimeout(ended, 5000 + 200 * length / rate, true);
  speech.speak(utterance);
}

// Words said at once after a stop are lost in some browsers.
function go() {
  hush();
  show(READS);
  timer = setTimeout(say, 200);
}

// No phone's voice can pause: it stops, and says the sentence again.
play.addEventListener("click", () => {
  if (state === PAUSED) return go();
  if (state === READS) {
    hush();
    return show(PAUSED);
  }
  last = null;
  sentences = gather(document.querySelector("main"), []).flatMap(sentencesOf);
  at = 0;
  show(READS);
  say();
});
back.addEventListener("click", () => {
  at = Math.max(at - 1, 0);
  go();
});
halt.addEventListener("click", stop);
// An open menu has the Escape key to itself.
addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && state && !document.querySelector(":is(:popover-open)")?.getClientRects().length) stop();
});
addEventListener("pagehide", stop);

// Voices may come late, or never.
function look() {
  const fits = each => (each.lang.replace("_", "-") === tongue) * 2 + each.default;
  [voice] = speech.getVoices().filter(each => each.localService && isOwn(each.lang)).sort((one, two) => fits(two) - fits(one));
  if (!voice) stop();
  voice ? template.replaceWith(box) : box.replaceWith(template);
}

if (speech) {
  box.remove();
  show(RESTS);
  speech.onvoiceschanged = look;
  look();
  setTimeout(look, 1000);
}
