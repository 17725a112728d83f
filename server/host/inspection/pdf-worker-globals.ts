/**
 * What pdf.js expects of a browser when it is loaded. It draws with these and nothing is drawn here, so that their presence is
 * enough. Imported before pdf.js.
 */
function NotDrawn(): void {
  // Only constructed, never asked for anything.
}

Object.assign(globalThis, { DOMMatrix: NotDrawn, ImageData: NotDrawn, Path2D: NotDrawn });
