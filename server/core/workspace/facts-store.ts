import type { ConfigurationProblem } from '../configuration/configuration';
import { factsWith, type KnownFacts, type ReadPackage } from '../facts/known-facts';
import { say, type Sentence } from '../messages/say';
import type { Cancellation } from '../ports/cancellation';
import { UnreadableFile } from '../ports/file-fault';
import { fileFaultArguments, fileFaultWords } from '../ports/file-fault-words';
import type { Files } from '../ports/files';
import { ChunkedText } from '../text/chunked-text';
import { encodingSentence } from '../text/encoding-words';
import { nameOf } from '../text/uri';

/** The facts that hold for a dossier, and why a package is not among them. */
export interface FactsFound {
  readonly facts: KnownFacts;
  /** Each sentence names the file and the line; without a full stop. */
  readonly problems: readonly Sentence[];
}

/** Reads the data packages of teams. A broken one is refused whole: what ships, and the other packages, stay in force. */
export class FactsStore {
  readonly #found = new Map<string, FactsFound>();

  constructor(readonly files: Pick<Files, 'readText' | 'find'>) {}

  /** Whether a file may be, or be in, one of the packages that were read; those are then read again. */
  forget(uri: string): boolean {
    let known = false;
    for (const path of this.#found.keys()) {
      if (uri !== path && !uri.startsWith(`${path}/`)) continue;
      this.#found.delete(path);
      known = true;
    }
    return known;
  }

  /** @param uri of a YAML file, or of a folder: each `*.yaml` in it is a package, in the order of their names */
  async of(uri: string, cancellation: Cancellation): Promise<FactsFound> {
    const kept = this.#found.get(uri);
    if (kept) return kept;
    const found = await this.#read(uri, cancellation);
    this.#found.set(uri, found);
    return found;
  }

  async #read(uri: string, cancellation: Cancellation): Promise<FactsFound> {
    const isFile = /\.ya?ml$/i.test(uri);
    const uris = isFile ? [uri] : await this.files.find(uri, ['*.yaml', '*.yml'], cancellation);
    const packages: ReadPackage[] = [];
    const problems: Sentence[] = [];
    for (const one of uris) {
      const read = await this.#package(one, cancellation);
      if ('file' in read) packages.push(read);
      else problems.push(...read.problems);
    }
    if (uris.length === 0) problems.push(fill(sentences.noFile, { name: nameOf(uri) }));
    return { facts: factsWith(packages), problems };
  }

  async #package(
    uri: string,
    cancellation: Cancellation,
  ): Promise<ReadPackage | { readonly problems: readonly Sentence[] }> {
    const name = nameOf(uri);
    try {
      const text = await this.files.readText(uri, cancellation);
      if (!text) return { problems: [fill(sentences.absent, { name })] };
      if (text.fault) return { problems: [refused(name, text.fault.line, encodingSentence(text.fault))] };
      // Most dossiers have no package, and its schema is the largest thing that is read here.
      const { readFacts } = await import('../facts/read-facts.js');
      const { file, problems } = readFacts(text.text);
      if (file) return { uri, file };
      const lines = ChunkedText.of(text.text);
      const errors = problems.filter(({ severity }) => severity === 'error');
      return {
        problems: errors.map(({ message, range }) =>
          refused(name, lines.position(range?.start ?? 0).line + 1, withoutStop(message)),
        ),
      };
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      const words = fileFaultWords[error.fault.kind];
      return { problems: [withoutStop(fill(words, fileFaultArguments(name, error.fault)))] };
    }
  }
}

/** The problems of packages as those of the configuration that names them. @param line of the key `donnees`, 1-based */
export function packageProblems(problems: readonly Sentence[], line: number): ConfigurationProblem[] {
  return problems.map((sentence) => ({ sentence, line }));
}

const sentences = {
  absent: {
    fr: 'paquet de données « {name} » absent : les données fournies restent en vigueur',
    en: 'no data package “{name}”: the data that ships stays in force',
  },
  noFile: {
    fr: 'aucun fichier YAML dans le dossier de données « {name} » : les données fournies restent en vigueur',
    en: 'no YAML file in the data folder “{name}”: the data that ships stays in force',
  },
  refused: {
    fr: 'paquet de données « {name} » refusé, ligne {line} : {why}. Les données fournies restent en vigueur',
    en: 'data package “{name}” refused, line {line}: {why}. The data that ships stays in force',
  },
} satisfies Record<string, Sentence>;

function refused(name: string, line: number, why: Sentence): Sentence {
  return {
    fr: say(sentences.refused, 'fr', { name, line, why: why.fr }),
    en: say(sentences.refused, 'en', { name, line, why: why.en }),
  };
}

function fill(sentence: Sentence, args: Parameters<typeof say>[2]): Sentence {
  return { fr: say(sentence, 'fr', args), en: say(sentence, 'en', args) };
}

function withoutStop({ fr, en }: Sentence): Sentence {
  return { fr: fr.replace(/\.$/, ''), en: en.replace(/\.$/, '') };
}
