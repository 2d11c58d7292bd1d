// Where the title begins, and each heading and paragraph below it that no box has moved in: on the right, in a language that
// is written from there.
const rightToLeft = document.documentElement.dir === "rtl", padding = rightToLeft ? "paddingRight" : "paddingLeft";
const found = [], begins = part => { const {left, right} = part.getBoundingClientRect(); return rightToLeft ? -right : left; };
const parts = ["main > *", "main > section > *", "main > div > *"].map(part => `${part}:is(h1, h2, p)`);
const shown = [...document.querySelectorAll(parts)].filter(part => part.checkVisibility() && part.textContent.trim());
const title = shown.find(part => part.localName === "h1");
const boxed = part => part.parentElement.localName !== "main" && parseFloat(getComputedStyle(part.parentElement)[padding]) > 0;
for (const part of title ? shown : []) {
  const away = Math.round(begins(part) - begins(title));
  if (Math.abs(away) > 1 && !boxed(part)) found.push([named(part), `begins ${away} pixels away from the title's edge`]);
}
return found;
