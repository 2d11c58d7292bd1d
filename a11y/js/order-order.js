// Parts that follow one another inside one part of the page. Each must lie to the right of the one before, or below it,
// or at the top of a further column. Where the language is written from right to left, all of that is mirrored. What is taken
// out of the flow, such as a shape behind words, has no place in the order.
const flows = part => {
  const {position, display} = getComputedStyle(part);
  return part.checkVisibility({visibilityProperty: true}) && position !== "absolute" && position !== "fixed" && display !== "contents" &&
    !part.closest("svg, [popover]:popover-open") && part.textContent.trim() !== "";
};
const named = part => `${part.localName}${part.id ? "#" + part.id : ""} "${part.textContent.trim().replace(/\s+/g, " ").slice(0, 50)}"`;
const wrong = (one, other) => {
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const besides = high > Math.min(one.height, other.height) / 2;
  return besides ? other.right <= one.left + 1 : other.bottom <= one.top + 1 && other.left < one.right - 1;
};
// The last line of one inline part and the first line of the next stand for them.
const edge = (part, last) => [...part.getClientRects()].filter(box => box.width > 1 && box.height > 1).at(last ? -1 : 0);
const mirrored = ({left, right, top, bottom, height}) => ({left: -right, right: -left, top, bottom, height});
const found = [];
let pairs = 0;
for (const part of document.querySelectorAll("body, body *")) {
  const children = [...part.children].filter(flows).filter(child => edge(child));
  const seen = getComputedStyle(part).direction === "rtl" ? mirrored : box => box;
  children.slice(1).forEach((other, place) => {
    pairs++;
    const one = children[place];
    if (wrong(seen(edge(one, true)), seen(edge(other, false)))) found.push([named(other), `stands before ${named(one)}, which is read first`]);
  });
}
return [pairs, found];
