// A label is one target together with its control. A link inside a sentence is exempt: its height is that of the line.
// A link stands alone where its block has no other words. Of such links only the height counts: a short word may be
// narrow.
const [least, main, skip] = arguments;
const words = part => (part.innerText ?? part.textContent).replace(/[^\p{L}\p{N}]+/gu, "");
const inline = part => getComputedStyle(part).display.startsWith("inline");
const block = part => inline(part.parentElement) ? block(part.parentElement) : part.parentElement;
const alone = one => !one.matches("a") || getComputedStyle(one).display !== "inline" || words(block(one)) === words(one);
const seen = one => one.checkVisibility({visibilityProperty: true}) && !one.matches(`:is(${skip}):not(:focus)`) && !one.ownerSVGElement;
const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]";
const targets = [...new Set([...document.querySelectorAll(controls)].filter(seen).map(one => one.closest("label") ?? one))];
const measured = targets.map(one => [one, one.getBoundingClientRect()]).filter(([, box]) => box.width > 1);
const small = measured.filter(([, box]) => box.width < least || box.height < least);
const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
const away = ([x, y], box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
const apart = ([x, y], [left, top]) => Math.hypot(x - left, y - top);
const crowded = ([one, box]) => measured.some(([other, its]) => other !== one && away(middle(box), its) < least / 2) ||
  small.some(([other, its]) => other !== one && apart(middle(box), middle(its)) < least);
const narrow = one => one.matches("a, label") ? least : main;
const size = box => `is ${Math.round(box.width)} by ${Math.round(box.height)} pixels`;
const told = (pairs, said) => pairs.filter(([one]) => alone(one)).map(([one, box]) => [named(one), size(box) + said]);
return [measured.length,
  ...told(small.filter(crowded), `, too near to another; ${least} are needed`),
  ...told(measured.filter(([one, box]) => box.height < main || box.width < narrow(one)), `; ${main} are needed of what stands alone`)];
