// What decides how a stop looks with the focus: its own style then, the colours behind it, what cuts it off, and what
// lies next to it. Stops of which all that is the same are of one kind, and one of them is looked at.
const look = (part, names) => names.map(name => getComputedStyle(part)[name]).join(";");
const line = ["outline", "outlineOffset", "boxShadow", "border", "textDecoration", "stroke", "strokeWidth"];
const ring = [...line, "color", "backgroundColor", "fill", "opacity"];
const ground = ["backgroundColor", "backgroundImage", "borderImageSource", "opacity", "filter"];
const plain = "rgba(0, 0, 0, 0);none;none;1;none";  // changes nothing of what is behind it
const kind = stop => {
  stop.focus({preventScroll: true, focusVisible: true});
  const box = stop.getBoundingClientRect(), parts = [ring.map(name => getComputedStyle(stop)[name])];
  for (const part of stop.ownerSVGElement ? stop.children : []) parts.push(look(part, ring));
  for (let behind = stop.parentElement; behind; behind = behind.parentElement) {
    const own = look(behind, ground);
    if (own !== plain) parts.push(own);
    const {overflowX, overflowY, clipPath} = getComputedStyle(behind), edge = behind.getBoundingClientRect();
    const room = [box.left - edge.left, edge.right - box.right, box.top - edge.top, edge.bottom - box.bottom];
    if (overflowX + overflowY !== "visiblevisible" || clipPath !== "none") parts.push(room.map(one => Math.min(one, 12) | 0));
  }
  parts.push(Math.min(box.left, innerWidth - box.right, 12) | 0);
  for (const [x, y] of [[0, .5], [1, .5], [.5, 0], [.5, 1], [0, 0], [1, 1], [0, 1], [1, 0]]) {
    const near = document.elementFromPoint(box.left + box.width * x + (x - .5) * 10, box.top + box.height * y + (y - .5) * 10);
    parts.push(near && !near.contains(stop) && !stop.contains(near) ? look(near, [...ring, ...ground, "zIndex"]) : "");
  }
  return JSON.stringify(parts);
};
// What lies under an open menu is looked at in other states.
const top = document.querySelector(":popover-open") ?? document;
window.ringed = stops().filter(stop => top.contains(stop));
const found = ringed.map(stop => [named(stop), kind(stop)]);
document.activeElement.blur();
return found;
