// On paper nothing can be scrolled to: what is larger than its box is cut off. And nothing can be chosen.
const main = document.querySelector("main") ?? document.body;
const parts = [...main.querySelectorAll(`*:not(${arguments[0]})`)];
const name = part => `${part.localName}.${part.className} "${part.textContent.trim().slice(0, 60)}"`;
const shown = parts.filter(part => part.checkVisibility() && !part.closest("svg"));
const cut = shown.filter(part =>
  part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== "visible" ||
  part.scrollHeight > part.clientHeight + 1 && getComputedStyle(part).overflowY !== "visible");
const choices = [...document.querySelectorAll("nav, button")].filter(part => part.checkVisibility());
const idle = choices.map(part => [name(part), "is on paper, where it does nothing"]);
return [shown.length, ...cut.map(part => [name(part), "is cut off on paper"]), ...idle];
