// All that a key could change without leave: where the page is, what has the focus, what is there, chosen or open, and
// what was scrolled.
return [
  window.outside.join(), location.href, scrollX, scrollY, history.length, document.activeElement.outerHTML, document.documentElement.outerHTML,
  [...document.querySelectorAll("input, select, textarea")].map(one => [one.value, one.checked]),
  [...document.querySelectorAll("[popover], dialog")].map(one => one.matches(":popover-open, [open]")),
];
