import { Webviews } from './webview-page.mjs';

/** @type {Promise<Webviews> | undefined} */
let shared;

// After the last suite of the run, whichever files are in it.
globalThis.after(async () => (await shared)?.stop());

/** The one browser of all the suites that run together: to start one takes as long as many tests. */
export function sharedWebviews() {
  return (shared ??= Webviews.start());
}
