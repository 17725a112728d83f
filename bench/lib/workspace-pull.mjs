/** What VS Code does for the files that are not open: one pull of the whole workspace, whose answer comes in parts. */
export class WorkspacePull {
  /** Parts with anything new: `{ at, uris }`, times by `performance.now()`. */
  parts = [];
  #seen = new Set();
  #wake = () => {};

  constructor(server) {
    server.onProgress = ({ value }) => {
      const uris = (value?.items ?? []).filter(({ kind }) => kind === 'full').map(({ uri }) => uri);
      for (const uri of uris) this.#seen.add(uri);
      this.parts.push({ at: performance.now(), uris });
      this.#wake();
    };
    this.startedAt = performance.now();
    // Held open until the server ends: its failure is whoever's who waits for a part.
    server
      .request('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'workspace' }, 2 ** 31 - 1)
      .catch(() => {});
    this.server = server;
  }

  /** Waits until so many files were told of. @returns milliseconds since the pull */
  async all(count, timeoutMs) {
    const deadline = performance.now() + timeoutMs;
    while (this.#seen.size < count) {
      const woken = new Promise((resolve) => (this.#wake = resolve));
      await this.server.within(woken, Math.max(1, deadline - performance.now()), 'diagnostics of the workspace');
    }
    return performance.now() - this.startedAt;
  }

  /** Waits until no part came for a while. */
  async quiet(quietMs, timeoutMs) {
    const deadline = performance.now() + timeoutMs;
    const last = () => this.parts.at(-1)?.at ?? this.startedAt;
    while (performance.now() - last() < quietMs && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
