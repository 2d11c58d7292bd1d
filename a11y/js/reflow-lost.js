// Looks at every run of text and at the boxes of its lines: is one gone, cut off, or under another? A table may scroll
// sideways inside a box of its own, by keyboard too: what is outside that box can be scrolled to. A button that opens
// something need not show while that shows by itself.
const [allowed] = arguments, found = [], lines = [];
const name = part => `${part.localName}${part.id ? "#" + part.id : ""}${[...part.classList].map(one => "." + one).join("")}`;
const start = text => text.data.trim().replace(/\s+/g, " ").slice(0, 50);
const add = (rule, text, said) => found.push([rule, `${name(text.parentElement)} "${start(text)}"`, said]);
const shown = part => part.checkVisibility({visibilityProperty: true, opacityProperty: true});
const scrolls = way => way === "auto" || way === "scroll";

const wide = document.documentElement.scrollWidth;
if (wide > innerWidth) found.push(["sideways", "html", `the page is ${wide} pixels wide, and the window ${innerWidth}`]);
for (const part of document.querySelectorAll("body *")) {
  const table = part.querySelector("table") !== null && part.tabIndex >= 0;
  if (!table && part.scrollWidth > part.clientWidth + 1 && scrolls(getComputedStyle(part).overflowX) && shown(part))
    found.push(["sideways", name(part), "scrolls sideways, and is no box around a table that the keyboard can scroll"]);
}

// The lines of a text that can be seen without scrolling a box, less what a box around them cuts off.
const seen = text => {
  const range = document.createRange();
  range.selectNodeContents(text);
  let boxes = [...range.getClientRects()].filter(box => box.width > 1), inScroller = false;
  if (!boxes.length) add("gone", text, "has no size");
  for (let around = text.parentElement; around !== document.body; around = around.parentElement) {
    const {clipPath, clip} = getComputedStyle(around);
    if (clipPath !== "none" || clip !== "auto") add("cut", text, `is cut off by the shape of ${name(around)}`);
  }
  for (let around = text.parentElement; around !== document.body; around = around.parentElement) {
    const {overflowX, overflowY, display, textOverflow} = getComputedStyle(around), edge = around.getBoundingClientRect();
    if (overflowX + overflowY === "visiblevisible" || display === "inline" || around.ownerSVGElement) continue;
    const top = edge.top + around.clientTop, left = edge.left + around.clientLeft;
    const right = left + (around.clientWidth || edge.width), bottom = top + (around.clientHeight || edge.height);
    if (textOverflow === "ellipsis" && around.scrollWidth > around.clientWidth) add("cut", text, "ends in three dots");
    const within = (box, side, end) =>
      [box.left >= left - side && box.right <= right + side, box.top >= top - end && box.bottom <= bottom + end];
    for (const box of boxes) {
      // A line's box is higher than its letters.
      const [across, down] = within(box, 2, box.height / 4);
      if (overflowX !== "visible" && !scrolls(overflowX) && !across) add("cut", text, `is cut off at a side by ${name(around)}`);
      if (overflowY !== "visible" && !scrolls(overflowY) && !down) add("cut", text, `is cut off above or below by ${name(around)}`);
    }
    if (!scrolls(overflowX) && !scrolls(overflowY)) continue;
    inScroller = true;
    boxes = boxes.filter(box => within(box, 1, 1).every(inside => inside));
  }
  if (!inScroller && boxes.some(box => box.right > innerWidth + 1 || box.left < -1)) add("cut", text, "reaches beyond the window's side");
  return boxes;
};

const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (words.nextNode()) {
  const text = words.currentNode, part = text.parentElement, opened = part.closest("[popovertarget]")?.popoverTargetElement;
  if (!text.data.trim() || part.closest(`script, style, noscript, option, ${allowed}`)) continue;
  if (!shown(part)) {
    if (!opened || !shown(opened)) add("gone", text, "does not show");
    continue;
  }
  const layer = part.closest(":popover-open");
  for (const {left, right, top, bottom, height} of seen(text))
    lines.push({text, layer, left: left + 1, right: right - 1, top: top + height * .3, bottom: bottom - height * .3});
}

// What a box to type in shows before anybody types.
for (const box of document.querySelectorAll("input[placeholder], textarea[placeholder]")) {
  const {value} = box;
  box.value ||= box.placeholder;
  if (shown(box) && box.scrollWidth > box.clientWidth + 1) found.push(["cut", name(box), `"${box.placeholder}" is longer than its box`]);
  box.value = value;
}

lines.sort((one, other) => one.top - other.top);
lines.forEach((one, place) => {
  for (let next = place + 1; next < lines.length && lines[next].top < one.bottom; next++) {
    const other = lines[next];
    if (other.text !== one.text && other.layer === one.layer && other.left < one.right && one.left < other.right)
      add("overlap", one.text, `lies on "${start(other.text)}"`);
  }
});
return [lines.length, found];
