import { pathToFileURL } from 'node:url';

/**
 * A manifest open in a server, driven as VS Code drives it: edits are sent as they come; diagnostics are pulled at once
 * after each of them where the server offers it, else awaited.
 */
export class OpenDocument {
  #server;
  #uri;
  #version = 1;
  #diagnostics = [];
  #resultId = undefined;
  #wake = () => {};

  constructor(server, file) {
    this.#server = server;
    this.#uri = pathToFileURL(file).href;
    this.pulls = !server.kind.pushed && server.initializeResult.capabilities.diagnosticProvider !== undefined;
    server.onPublish = (uri, diagnostics) => {
      if (uri !== this.#uri || this.pulls) return;
      this.#diagnostics = diagnostics;
      this.#wake();
    };
    server.onRefresh = () => this.#wake();
  }

  open(text) {
    const textDocument = { uri: this.#uri, languageId: 'yaml', version: this.#version, text };
    this.#server.notify('textDocument/didOpen', { textDocument });
  }

  /** Replaces `length` characters at a place. */
  edit({ line, character }, length, text) {
    this.change({ start: { line, character }, end: { line, character: character + length } }, text);
  }

  /** Replaces a range. */
  change(range, text) {
    const textDocument = { uri: this.#uri, version: ++this.#version };
    this.#server.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] });
  }

  /**
   * Waits for the first diagnostics that satisfy `isFresh`: those of an earlier text, or of half the work, do not.
   * @returns the diagnostics
   */
  async diagnostics(isFresh, timeoutMs, what) {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const woken = new Promise((resolve) => (this.#wake = resolve));
      if (this.pulls) await this.#pull(Math.max(1, deadline - performance.now()));
      if (isFresh(this.#diagnostics)) return this.#diagnostics;
      await this.#server.within(woken, Math.max(1, deadline - performance.now()), what);
      if (!this.pulls && isFresh(this.#diagnostics)) return this.#diagnostics;
    }
  }

  /** Asks for diagnostics without waiting for them, as VS Code does before it asks anything else after an edit. */
  pullInBackground(timeoutMs) {
    return this.pulls ? this.#pull(timeoutMs) : Promise.resolve();
  }

  ask(method, position, timeoutMs) {
    return this.#server.request(method, { textDocument: { uri: this.#uri }, position }, timeoutMs);
  }

  async #pull(timeoutMs) {
    const params = {
      textDocument: { uri: this.#uri },
      ...(this.#resultId ? { previousResultId: this.#resultId } : {}),
    };
    const report = await this.#server.request('textDocument/diagnostic', params, timeoutMs);
    this.#resultId = report.resultId;
    if (report.kind === 'full') this.#diagnostics = report.items;
  }
}
