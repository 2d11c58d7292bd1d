// Words of letters that begin on one line and end on the next, with no hyphen between, in a font that a reader may have.
// A word with a mark inside, such as an address, may break at any place.
const [font, hidden] = arguments, found = [];
const canvas = document.createElement("canvas").getContext("2d");
const width = faces => { canvas.font = `80px ${faces}`; return canvas.measureText("Communication").width; };
if (["serif", "monospace"].every(other => width(`"${font}", ${other}`) === width(other))) return null;
const before = document.adoptedStyleSheets, sheet = new CSSStyleSheet();
sheet.replaceSync(`* { font-family: "${font}" !important }`);
document.adoptedStyleSheets = [...before, sheet];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
const lines = () => {
  const boxes = [...range.getClientRects()].filter(box => box.width > 0);
  return boxes.some(box => box.top > boxes[0].top + boxes[0].height / 2);
};
while (texts.nextNode()) {
  const text = texts.currentNode;
  range.selectNodeContents(text);
  if (!lines() || text.parentElement.closest(`svg, ${hidden}`)) continue;
  for (const {0: whole, index} of text.data.matchAll(/\S+/g)) {
    if (/\p{L}[./@_:]+\p{L}|:\/\//u.test(whole)) continue;
    for (const {0: word, index: at} of whole.matchAll(/[\p{L}\p{M}'’]+/gu)) {
      range.setStart(text, index + at);
      range.setEnd(text, index + at + word.length);
      if (lines()) found.push([text.parentElement.localName, word]);
    }
  }
}
document.adoptedStyleSheets = before;
return found;
