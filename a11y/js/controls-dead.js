// Things to press that the keyboard can't: they look or act like a control and are none, or their control can't have
// the focus.
const live = "a[href], button, summary, label, input, select, textarea, option, [tabindex]:not([tabindex^='-'])";
const able = one => one && one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true});
const control = "a[href], button, summary, input, select, textarea, [role=button]";
const hand = one => getComputedStyle(one).cursor === "pointer";
const pressed = one => one.hasAttribute("onclick") || (hand(one) && !hand(one.parentElement));
const dead = one => (pressed(one) && !one.closest(live)) ||
  (one.matches("label") && one.control?.type !== "hidden" && !able(one.control)) ||
  (one.matches(control) && !one.matches(":disabled, [type=hidden]") && one.tabIndex < 0);
return [...document.querySelectorAll("body *")].filter(one => one.checkVisibility({visibilityProperty: true}) && dead(one)).map(named);
