import type { Cancellation } from '../../core/ports/cancellation';
import type { ContentInspector, ContentInspectorOptions } from './content-inspector';
import type { ContentReading, ReadingWishes } from './content-reading';

/** Reads evidence on the thread that asks, where there are no others: in tests, and in bundles without their code. */
export class ReaderHere {
  #inspector: Promise<ContentInspector> | undefined;

  constructor(readonly options: ContentInspectorOptions) {}

  /** @throws CancelledError, or the system's error */
  async read(path: string, cancellation: Cancellation, wishes?: ReadingWishes): Promise<ContentReading> {
    // A server whose threads read never loads what reading takes.
    const { readContent } = await import('./read-content.js');
    this.#inspector ??= import('./content-inspector.js').then(({ contentInspector }) => contentInspector(this.options));
    const inspector = await this.#inspector;
    return await readContent(path, inspector.inspect, cancellation, wishes);
  }

  async end(): Promise<void> {
    await (await this.#inspector)?.end();
  }
}
