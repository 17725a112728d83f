import assert from 'node:assert/strict';

/** The next picture that the browser draws. */
const nextFrame = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
const limit = 30_000;

/** Waits for what no page shows. */
export async function until(page, what, holds) {
  const end = performance.now() + limit;
  while (!(await holds())) {
    assert.ok(performance.now() < end, `not seen: ${what}`);
    await nextFrame(page);
  }
}

/** The frame of the webview that shows something, whichever of them it is. */
export async function frameWith(page, selector) {
  let found;
  await until(page, selector, async () => {
    for (const frame of page.frames()) {
      // A frame may go while it is asked.
      if (
        await frame
          .locator(selector)
          .first()
          .isVisible()
          .catch(() => false)
      )
        found = frame;
    }
    return found !== undefined;
  });
  return found;
}
