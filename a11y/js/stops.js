// `stops()`: all that the Tab key must reach, in the document's order. Of radio buttons with one name it reaches one.
// `named(part)`: a part of the page as a person would look for it. `boxes(stop)`: what of it is there to be seen. The
// words of a link in a drawing stand for it.
const focusable = "a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]";
const grouped = one => one.type === "radio" && one.name !== "";
const group = one => [...document.getElementsByName(one.name)].filter(other => other.form === one.form && grouped(other));
const reached = one => group(one).find(other => other.checked) ?? group(one)[0];
const stops = () => [...document.querySelectorAll(focusable)].filter(stop =>
  stop.tabIndex >= 0 && !stop.matches(":disabled, [type=hidden]") && !stop.closest("[inert]") &&
  stop.checkVisibility({visibilityProperty: true}) && (!grouped(stop) || stop === reached(stop)));
const named = part => {
  const id = part.id ? `#${part.id}` : "", classes = [...part.classList].map(name => `.${name}`).join("");
  const words = (part.getAttribute("aria-label") ?? part.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 60);
  return `${part.localName}${id}${classes} "${words || part.outerHTML.slice(0, 80)}"`;
};
const boxes = stop => [...(stop.querySelector(":scope > text") ?? stop).getClientRects()].filter(box => box.width > 0 && box.height > 0);
