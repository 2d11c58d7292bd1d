// Each part with words of its own, its colour, and the nearest ground behind it. The words of a drawing have a fill for
// colour. What a style writes before or behind a part, and what stands in a box to type in, are words too.
const part = text => text.match(/[\d.]+/g).map(Number);
const light = colour => part(colour).slice(0, 3).map(one => one / 255)
  .map(one => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4)
  .reduce((sum, one, place) => sum + one * [.2126, .7152, .0722][place], 0);
const ground = (element, pseudo) => {
  const own = getComputedStyle(element, pseudo).backgroundColor;
  if (pseudo && (part(own)[3] ?? 1) > 0) return own;
  for (; element; element = element.parentElement) {
    const colour = getComputedStyle(element).backgroundColor;
    if ((part(colour)[3] ?? 1) > 0) return colour;
  }
  return "rgb(255, 255, 255)";
};
const letters = text => /[\p{L}\p{N}]/u.test(text), box = "textarea, select, input:not([type=radio], [type=checkbox])";
const written = (element, pseudo) => !pseudo
  ? element.matches(box) || [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
  : pseudo === "::placeholder" ? element.placeholder && !element.value
  : (getComputedStyle(element, pseudo).content.match(/"[^"]*"/g) ?? []).some(letters);
const words = [...document.querySelectorAll("body *")].filter(element => element.checkVisibility()).flatMap(element =>
  [null, "::before", "::after", "::placeholder"].filter(pseudo => written(element, pseudo)).map(pseudo => [element, pseudo]));
return [words.length, words.flatMap(([element, pseudo]) => {
  const style = getComputedStyle(element, pseudo), colour = element.closest("svg") ? style.fill : style.color;
  const [lighter, darker] = [light(colour), light(ground(element, pseudo))].sort((one, other) => other - one);
  const contrast = (lighter + .05) / (darker + .05);
  return contrast < arguments[0] ? [[element.outerHTML.slice(0, 120) + (pseudo ?? ""), `${colour} on ${ground(element, pseudo)}: ${contrast.toFixed(1)} to 1`]] : [];
})];
