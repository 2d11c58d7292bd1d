// Gives a stop the focus. Where it is in the window then, with some room around it, and how long the line around it
// would be. What hangs on a button follows it a frame later than it scrolls, so a frame goes by.
const [place, around, done] = arguments, stop = ringed[place];
const measure = () => {
  const box = stop.getBoundingClientRect();
  const left = Math.max(box.left - around, 0), top = Math.max(box.top - around, 0);
  const right = Math.min(box.right + around, innerWidth), bottom = Math.min(box.bottom + around, innerHeight);
  // Of a stop that is larger than the window, the part inside counts.
  const wide = Math.min(box.right, innerWidth) - Math.max(box.left, 0), high = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
  const within = wide * ((box.top >= 0) + (box.bottom <= innerHeight)) + high * ((box.left >= 0) + (box.right <= innerWidth));
  const whole = box.width <= innerWidth && box.height <= innerHeight;
  const parts = [...stop.getClientRects()].reduce((sum, part) => sum + 2 * (part.width + part.height), 0);
  return [[left, top, right - left, bottom - top], Math.min(parts, whole ? 2 * (box.width + box.height) : within)];
};
stop.focus({focusVisible: true});
requestAnimationFrame(() => requestAnimationFrame(() => done(measure())));
