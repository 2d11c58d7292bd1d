// Before any script of the page: voices made up for a test, in the place of the device's own. `how` says what they do.
// Time passes many times as fast, so that a voice may take its time.
const FAST = how.fast ?? 10, LETTER = 15, DEAF = 100 // milliseconds: for a letter; after a stop, in which what is said is lost
const later = setTimeout, clock = performance.now.bind(performance)
window.setTimeout = (what, wait, ...given) => later(what, wait / FAST, ...given)
const now = () => clock() * FAST
let heard = 0
performance.now = () => heard // the time that the voice has spoken
window.said = []
let current, stopped = -DEAF, there = how.late === "told" ? [] : how.voices, asked = 0

class Utterance {
  constructor(text) {
    Object.assign(this, { text, voice: null, lang: "", rate: 1 })
  }
}

function speak(utterance) {
  const { text, lang, rate, voice } = utterance, number = said.length, part = document.querySelector(".heard")
  const marked = window.Highlight && [...CSS.highlights.get("heard")][0], box = (marked || part).getClientRects()
  said.push({ text, lang, rate, voice: voice.name, marked: marked && `${marked}`, part: part.textContent,
    top: Math.min(...[...box].map(line => line.top)), bottom: Math.max(...[...box].map(line => line.bottom)),
    room: document.querySelector(".listen > div").getBoundingClientRect().top })
  if (now() - stopped < DEAF) return
  current = utterance
  const length = LETTER * text.length / rate
  const tell = (kind, took) => {
    if (current !== utterance) return
    current = null
    heard += took
    utterance[`on${kind}`]({ type: kind, error: "synthesis-failed" })
  }
  if (number === how.fails) setTimeout(tell, 300, "error", 300)
  else if (number === how.short) queueMicrotask(() => tell("end", 1))
  else if (number !== how.hangs) setTimeout(tell, length, "end", length)
}

function cancel() {
  const before = current
  current = null
  stopped = now()
  // Browsers tell it, each by its own name.
  if (before) setTimeout(() => { before.onerror({ type: "error", error: "canceled" }); before.onend({ type: "end" }) }, 50)
}

function getVoices() {
  return how.late === "untold" && !asked++ ? [] : there
}

const speech = { onvoiceschanged: null, getVoices, speak, cancel, get speaking() { return !!current } }
Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true })
window.SpeechSynthesisUtterance = Utterance
window.bring = voices => {
  there = voices
  speech.onvoiceschanged?.(new Event("voiceschanged"))
}
if (how.late === "told") addEventListener("load", () => setTimeout(bring, 3000, how.voices))
if (how.old) {
  delete Intl.Segmenter
  delete window.Highlight
  delete CSS.highlights
}
document.addEventListener("readystatechange", () => {
  if (document.readyState !== "interactive") return
  if (how.lang) document.documentElement.lang = how.lang
  if (how.main) document.querySelector("main").lastElementChild.outerHTML += how.main
})
