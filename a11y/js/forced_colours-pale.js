// Each part with words of its own, its colour, and the nearest ground behind it. The words of a drawing have a fill for
// colour.
const part = text => text.match(/[\d.]+/g).map(Number);
const light = colour => part(colour).slice(0, 3).map(one => one / 255)
  .map(one => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4)
  .reduce((sum, one, place) => sum + one * [.2126, .7152, .0722][place], 0);
const ground = element => {
  for (; element; element = element.parentElement) {
    const colour = getComputedStyle(element).backgroundColor;
    if ((part(colour)[3] ?? 1) > 0) return colour;
  }
  return "rgb(255, 255, 255)";
};
const words = [...document.querySelectorAll("body *")].filter(element =>
  element.checkVisibility() && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()));
return [words.length, words.flatMap(element => {
  const style = getComputedStyle(element), colour = element.closest("svg") ? style.fill : style.color;
  const [lighter, darker] = [light(colour), light(ground(element))].sort((one, other) => other - one);
  const contrast = (lighter + .05) / (darker + .05);
  return contrast < arguments[0] ? [[element.outerHTML.slice(0, 120), `${colour} on ${ground(element)}: ${contrast.toFixed(1)} to 1`]] : [];
})];
