// Paragraphs of two lines or more, and how high a line is, by the size of the letters.
const [hidden, least] = arguments, range = document.createRange(), found = [];
let measured = 0;
for (const part of document.querySelectorAll("p, li, dd, td, blockquote, figcaption, summary, label")) {
  const text = [...part.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (!text || part.closest(`svg, ${hidden}`)) continue;
  range.selectNodeContents(part);
  const boxes = [...range.getClientRects()].filter(box => box.width > 0);
  if (!boxes.some(box => box.top > boxes[0].top + boxes[0].height / 2)) continue;
  const {lineHeight, fontSize} = getComputedStyle(part), high = parseFloat(lineHeight) / parseFloat(fontSize);
  measured++;
  if (!(high > least - .01)) found.push([named(part), `has lines of ${high.toFixed(2)} times its letters; ${least} are needed`]);
}
return [measured, ...found];
