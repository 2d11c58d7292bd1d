// Before each press of the Tab key, the page notes what has the focus, and whether all of it can be seen. A stop that
// is larger than the window is seen where it is inside.
const list = stops();
const place = stop => list.indexOf(grouped(stop) ? list.find(one => grouped(one) && one.name === stop.name) : stop);
const covered = (stop, x, y) => {
  const top = document.elementFromPoint(x, y);
  return top !== null && !stop.contains(top) && !top.contains(stop) && !stop.ownerSVGElement?.contains(top);
};
const unseen = stop => {
  const found = new Set(boxes(stop).length ? [] : ["has no size"]);
  for (const {left, right, top, bottom, width, height} of boxes(stop)) {
    if (width <= 2 || height <= 2) found.add("has no size");
    if (right <= 0 || left >= innerWidth || bottom <= 0 || top >= innerHeight) { found.add("is off the screen"); continue; }
    if (width <= innerWidth && (left < -1 || right > innerWidth + 1)) found.add("is partly off the screen");
    if (height <= innerHeight && (top < -1 || bottom > innerHeight + 1)) found.add("is partly off the screen");
    for (const across of [.05, .5, .95]) for (const down of [.15, .5, .85]) {
      const x = left + width * across, y = top + height * down;
      if (x > 0 && y > 0 && x < innerWidth && y < innerHeight && covered(stop, x, y)) found.add("is covered by something else");
    }
  }
  return [...found];
};
// The ring of a link in a drawing is the line around its shape.
const thick = stop => {
  const shape = stop.querySelector(":scope > use"), style = getComputedStyle(shape ?? stop);
  if (shape) return parseFloat(style.strokeWidth) * shape.getScreenCTM().a;
  return style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
};
// Whatever is changed between two stops, even where it ends as it began.
let changes = 0, address = location.href;
const watcher = new MutationObserver(some => { changes += some.length; });
watcher.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
window.walked = [];
window.walkedThrough = list;
window.walkWatcher = watcher;
window.walking = event => {
  const stop = document.activeElement;
  if (event.key !== "Tab") return;
  const met = {place: place(stop), what: named(stop), unseen: unseen(stop), thick: thick(stop), changes: changes + watcher.takeRecords().length > 0 || location.href !== address};
  walked.push(stop === document.body ? null : met);
  [changes, address] = [0, location.href];
};
addEventListener("keydown", walking, true);
// The first stop leads past all that is the same on every page: to a place that takes the focus, and holds the main heading.
const past = list[0]?.hash ? document.querySelector(list[0].hash) : null;
return [list.map(named), Boolean(past?.querySelector("h1") && past.hasAttribute("tabindex"))];
