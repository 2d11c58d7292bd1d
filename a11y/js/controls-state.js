// Whether a control is on, open or chosen, by the browser's own word, and what it says of itself.
const one = controls[arguments[0]], kind = arguments[1];
return {
  popover: () => one.popoverTargetElement.matches(":popover-open"), details: () => one.parentElement.open,
  checkbox: () => one.checked, radio: () => one.checked, select: () => one.selectedIndex,
  button: () => [one.ariaExpanded, one.ariaPressed, one.ariaChecked],
}[kind]();
