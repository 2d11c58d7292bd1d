const [url, width, done] = arguments
document.body.innerHTML = `<iframe id="narrow" style="width: ${width}px; height: 640px; border: 0"></iframe>`
const frame = document.getElementById("narrow")
frame.addEventListener("load", () => done())
frame.src = url
