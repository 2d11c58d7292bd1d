// Every movement that is going on or would go on, by the styles of each part and of what stands before and behind it.
// `less` says whether the reader asked for less: then nothing moves at all, not even for a moment after a choice.
const [less, brief] = arguments, found = [];
const named = part => `${part.localName}${part.id ? "#" + part.id : ""}.${part.getAttribute("class") ?? ""}`;
const longest = list => Math.max(...list.split(",").map(one => parseFloat(one) * (one.trim().endsWith("ms") ? .001 : 1)));
for (const part of document.querySelectorAll("*")) for (const pseudo of [null, "::before", "::after"]) {
  const style = getComputedStyle(part, pseudo), lasts = longest(style.animationDuration), times = style.animationIterationCount;
  const add = said => found.push([named(part) + (pseudo ?? ""), said]);
  if (style.animationName !== "none" && lasts > 0) {
    const often = times.includes("infinite") ? Infinity : Math.max(...times.split(",").map(Number));
    if (less) add(`is animated (${style.animationName}), though less motion is asked for`);
    else if (lasts * often > brief) add(`moves for more than ${brief} seconds`);
  }
  const slow = style.transitionProperty !== "none" && longest(style.transitionDuration) > 0;
  if (less && slow) add("changes slowly, though less motion is asked for");
  if (less && !pseudo && style.scrollBehavior === "smooth") add("scrolls smoothly, though less motion is asked for");
}
// What would move only under a pointer, with the focus or once it is chosen: its rules tell.
const passing = /:(hover|focus-visible|focus-within|focus|active|checked|target|open|popover-open)/g;
const rules = list => [...list].flatMap(rule => rule.selectorText ? [rule, ...rules(rule.cssRules ?? [])] :
  rule.media && !matchMedia(rule.media.mediaText).matches ? [] : rules(rule.cssRules ?? []));
// A sheet of another host may be used, but not read.
const readable = sheet => { try { return sheet.cssRules; } catch { return []; } };
for (const {selectorText, style} of less ? [...document.styleSheets].flatMap(sheet => rules(readable(sheet))) : []) {
  const moves = longest(style.transitionDuration || "0") > 0 || longest(style.animationDuration || "0") > 0;
  const part = moves && selectorText.match(passing) && document.querySelector(selectorText.replace(passing, ":not(#a)"));
  if (part) found.push([named(part), `moves at ${selectorText}, though less motion is asked for`]);
}
for (const moving of document.getAnimations()) {
  const part = moving.effect?.target, lasts = moving.effect?.getComputedTiming().endTime / 1000;
  if (part && (less || !(lasts <= brief))) found.push([named(part), `is moving now, for ${lasts} seconds`]);
}
const alive = "marquee, blink, [autoplay], animate, animateTransform, animateMotion, set, meta[http-equiv=refresh i]";
for (const part of document.querySelectorAll(alive))
  found.push([named(part), "moves, plays or goes elsewhere by itself"]);
return found;
