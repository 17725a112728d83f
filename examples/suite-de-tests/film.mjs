// A film of a page without ffmpeg: its frames as the browser shows them, put together by the browser itself (WebM, VP8).

/** @param {import('playwright-core').Page} page @returns what ends the film and gives its bytes */
export async function startFilm(page) {
  const session = await page.context().newCDPSession(page);
  const frames = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(data);
    // A page that is closed meanwhile takes no answer.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 80 });
  return async () => {
    frames.push((await page.screenshot({ type: 'jpeg', quality: 80 })).toString('base64'));
    await session.send('Page.stopScreencast');
    const studio = await page.context().newPage();
    try {
      return Buffer.from(await studio.evaluate(joined, frames), 'base64');
    } finally {
      await studio.close();
    }
  };
}

/** Runs in the page. A film of a few pictures is shown slowly enough to be looked at. */
async function joined(frames) {
  const pictures = await Promise.all(
    frames.map(async (data) => createImageBitmap(await (await fetch(`data:image/jpeg;base64,${data}`)).blob())),
  );
  const canvas = document.createElement('canvas');
  canvas.width = pictures[0].width;
  canvas.height = pictures[0].height;
  const context = canvas.getContext('2d');
  document.body.append(canvas);
  const stream = canvas.captureStream(0);
  const [track] = stream.getVideoTracks();
  const recorder = new MediaRecorder(stream, { mimeType: 'video/webm;codecs=vp8' });
  const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const stopped = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  const ticks = Math.max(5, Math.ceil(40 / pictures.length));
  for (const picture of pictures) {
    for (let tick = 0; tick < ticks; tick++) {
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      track.requestFrame();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  recorder.stop();
  await stopped;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
