// Before any script of the page: notes what the page asks of the browser, and where a press ends.
window.seen = { printed: 0, copied: [], clicked: null, errors: [] }
addEventListener("error", event => { seen.errors.push(event.message) })
window.print = () => {
  seen.printed++
  dispatchEvent(new Event("beforeprint"))
  dispatchEvent(new Event("afterprint"))
}
if (navigator.clipboard) {
  const write = navigator.clipboard.writeText.bind(navigator.clipboard)
  navigator.clipboard.writeText = text => write(text).then(() => { seen.copied.push(text) })
}
