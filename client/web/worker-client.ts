import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { section } from '../ids';
import { answerFiles } from './answer-files';

/** Of the browser; the rest of the extension is compiled for Node. */
declare class Worker {
  constructor(script: string, options: { readonly name: string });
  terminate(): void;
}

/**
 * A client whose server is a worker: it ends with the client. It logs its own errors without a pop-up: the connection says what
 * happened, in the user's language.
 */
export class WorkerClient extends LanguageClient {
  readonly #worker: Worker;

  /** @param script address of the server's bundle */
  constructor(script: string, options: LanguageClientOptions) {
    const worker = new Worker(script, { name: section });
    super(section, 'Ségur Preuves', worker, options);
    this.#worker = worker;
    answerFiles(this);
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.#worker.terminate();
    }
  }
}
