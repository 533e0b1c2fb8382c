// Turns drawings into pixels, for files that can hold no SVG: the browser has the fonts, and no other program is needed.

const SCALE = 2; // of the drawing's own size: sharp on paper
const MOST = 4000; // px, either way

async function pixels(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const fit = Math.min(SCALE, MOST / Math.max(image.width, image.height, 1));
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width * fit, height: image.height * fit });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  return blob.arrayBuffer();
}

function render({ model }) {
  const asked = async (message) => {
    if (message.kind !== "paint") return;
    // A drawing that cannot be painted comes back empty; it is then told in words.
    const painted = await Promise.all(message.svgs.map((svg) => pixels(svg).catch(() => new ArrayBuffer(0))));
    model.send({ kind: "painted", id: message.id }, undefined, painted);
  };
  model.on("msg:custom", asked);
  return () => model.off("msg:custom", asked);
}

export default { render };
