// Whether any part of the page is changed, by anything but a reader, from the first call to the second. Each change is
// noted as it happens: what blinks may look the same at both ends.
const begins = arguments[0];
if (begins) {
  const watcher = new MutationObserver(changes => { window.watched.times += changes.length; });
  window.watched = {times: 0, from: scrollY, watcher};
  watcher.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  return false;
}
const {times, from, watcher} = window.watched, late = watcher.takeRecords().length;
watcher.disconnect();
return times + late > 0 || scrollY !== from;
