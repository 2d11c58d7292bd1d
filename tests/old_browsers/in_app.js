// As a browser inside another app: what a page asks of it is missing, refused or dropped in silence,
// by `how`. Files are always dropped.
window.dropped = []
const refused = new DOMException("refused", "NotAllowedError")
const does = (name, refuse, drop) => how === "missing" ? undefined : () => {
  dropped.push(name)
  return how === "refused" ? refuse() : drop()
}
const later = name => does(name, () => Promise.reject(refused), () => new Promise(() => {}))
const put = (where, name, value) => Object.defineProperty(where, name, { value })
put(window, "print", does("print", () => { throw refused }, () => {}))
put(navigator, "share", later("share"))
put(navigator, "clipboard", how === "missing" ? undefined : { writeText: later("copy") })
put(document, "execCommand", () => false)
HTMLAnchorElement.prototype.click = () => { dropped.push("file") }
