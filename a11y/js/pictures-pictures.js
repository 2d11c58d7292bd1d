const found = [], add = (rule, part, said) => found.push([rule, named(part), said]);
const shown = part => part.checkVisibility({visibilityProperty: true});
const words = text => text.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const text = id => document.getElementById(id)?.textContent ?? "";
const labelled = part => (part.getAttribute("aria-labelledby") ?? "").split(" ").map(text).join(" ");
const name = part => (part.getAttribute("aria-label") || labelled(part) || part.querySelector(":scope > title")?.textContent || "").trim();

const drawings = [...document.querySelectorAll("svg")].filter(one => !one.ownerSVGElement && shown(one));
const written = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT), beside = new Set();
while (written.nextNode()) {
  const {data, parentElement} = written.currentNode;
  const seen = shown(parentElement) || parentElement.closest("details, [popover]");
  if (seen && !parentElement.closest("svg, template")) words(data).forEach(word => beside.add(word));
}
for (const drawing of drawings) {
  const hidden = drawing.closest("[aria-hidden=true]") !== null, role = drawing.getAttribute("role");
  if (hidden && drawing.querySelector("a[href], [tabindex]")) add("name", drawing, "is hidden, but something in it can be chosen");
  if (!hidden && !name(drawing)) add("name", drawing, "has no name, and is not hidden from screen readers");
  if (!hidden && !["img", "group"].includes(role)) add("name", drawing, `has the role ${role}, so its name is not told`);
  for (const part of drawing.querySelectorAll("text, foreignObject")) {
    const lost = words(part.textContent).filter(word => !beside.has(word));
    if (lost.length) add("words", drawing, `shows "${lost.join(" ")}", which stands nowhere else in the main part`);
  }
}
const others = [...document.querySelectorAll("img, input[type=image], area, object, embed, canvas, video, iframe")].filter(shown);
for (const other of others) {
  const alt = other.getAttribute("alt"), said = alt ?? other.getAttribute("aria-label") ?? other.getAttribute("title");
  if (said === null) add("name", other, "has no words in its place");
  if (/\.\w{3,4}$/.test(said ?? "")) add("name", other, `is called by the name of its file, ${said}`);
}
return [drawings.length, found];
