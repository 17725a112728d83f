import type { Connection } from 'vscode-languageserver';
import type { HintChoice } from '../language/inlay-hints';

const section = 'segurPreuves.indications';

/** Which hints each resource wants, asked of the client once between two changes of its settings. */
export class HintSettings {
  #asked = new Map<string, Promise<HintChoice>>();

  /** @param canAsk whether the client answers for a resource; all hints are given otherwise */
  constructor(
    readonly connection: Connection,
    readonly canAsk: boolean,
  ) {}

  of(uri: string): Promise<HintChoice> {
    if (!this.canAsk) return Promise.resolve(readHints(undefined));
    let asked = this.#asked.get(uri);
    if (!asked) {
      asked = this.connection.workspace.getConfiguration({ scopeUri: uri, section }).then(readHints);
      // What failed once is asked again.
      asked.catch(() => this.#asked.delete(uri));
      this.#asked.set(uri, asked);
    }
    return asked;
  }

  /** Settings changed. */
  forget(): void {
    this.#asked = new Map();
  }
}

/** What is not said is wanted. */
function readHints(value: unknown): HintChoice {
  const { etat, taille, age } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return { state: etat !== false, size: taille !== false, age: age !== false };
}
