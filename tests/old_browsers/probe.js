// Makes the text above grow, and says a moment later which features the page has.
if (!scrollY) scrollTo(0, 200)
else if (!above.style.height) above.style.height = "100px"
else return [
  [":has()", getComputedStyle(has).color === "rgb(1, 2, 3)"],
  ["popover", !layer.getClientRects().length],
  ["anchor positioning", anchors.getBoundingClientRect().top >= anchor.getBoundingClientRect().bottom],
  ["scroll anchoring", scrollY > 200],
].flatMap(([name, found]) => found ? [name] : [])
