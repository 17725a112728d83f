/** What of the looks of a shape is taken over, from what is seen. */
const looks = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'opacity'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline'],
  ...['display', 'visibility'],
];
/** Pixels of the picture for each that is seen. */
const fineness = 2;

/**
 * A drawing of the page as a picture, in the colours in which it is seen.
 * @returns a PNG
 */
export async function drawingPicture(drawn: SVGSVGElement): Promise<Blob> {
  const { width, height } = drawn.getBoundingClientRect();
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  // The picture is drawn apart from the page: no rule of style reaches it.
  takeLooks(drawn, copy);
  const copies = copy.querySelectorAll('*');
  drawn.querySelectorAll('*').forEach((shape, at) => {
    const own = copies[at];
    if (own) takeLooks(shape, own);
  });
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const markup = new XMLSerializer().serializeToString(copy);
  const url = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.ceil(width * fineness));
    canvas.height = Math.max(1, Math.ceil(height * fineness));
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('canvas');
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    // Texts are of the colours of the page: on its ground they are read.
    pen.fillStyle = getComputedStyle(document.body).backgroundColor;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('png'));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

function takeLooks(from: Element, to: Element): void {
  const seen = getComputedStyle(from);
  for (const name of looks) {
    const value = seen.getPropertyValue(name);
    if (value !== '') to.setAttribute(name, value);
  }
  to.removeAttribute('class');
  to.removeAttribute('style');
}
