import type { Catalogue } from '../catalogue/catalogue';
import { closestIds } from '../catalogue/closest-ids';
import type { Slot } from '../attach/slots';
import type { Dossier } from '../dossier/dossier';
import { entryWritten } from '../catalogue/find-entry';
import { SlotIds } from '../intake/slot-ids';
import type { IdRole, KnownIds } from '../intake/tracking-sheet';
import { plainWords } from '../workbook/cell-text';

/** What ANS may answer about: the ids of a dossier, and its chapters by their names. */
export interface KnownSubjects extends KnownIds {
  /** The chapter that some words are, whole, whatever their case and accents; undefined where they are none, or may be two. */
  chapter(words: string): string | undefined;
  /** The chapter that a text begins with, and how long its name is there; the longest of those that are known. */
  chapterAhead(text: string): { readonly name: string; readonly length: number } | undefined;
  /** Names that a slip may have missed, nearest first. */
  nearChapters(words: string): readonly string[];
}

/** The ids of the slots, and the chapters of the REM and of the manifest. */
export class AnswerSubjects extends SlotIds implements KnownSubjects {
  /** By the plain words of a name; undefined where two names have the same. */
  readonly #chapters = new Map<string, string | undefined>();

  readonly #names: readonly string[];

  readonly #longest: number;

  /** What the REM asks, whether or not it expects proofs of it. */
  readonly #asked: Catalogue | undefined;

  constructor({ catalogue, main }: Pick<Dossier, 'catalogue' | 'main'>, slots: readonly Slot[]) {
    super(slots);
    // As the manifest writes it: what ANS says of it goes there.
    const written = main.parsed.chapters.map(({ facts }) => facts.name.value);
    this.#asked = catalogue.kind === 'loaded' ? catalogue.catalogue : undefined;
    const listed = this.#asked?.chapters.map(({ name }) => name) ?? [];
    this.#names = [...new Set([...written, ...listed])];
    for (const name of this.#names) {
      const plain = plainWords(name);
      if (plain !== '') this.#chapters.set(plain, this.#chapters.has(plain) ? undefined : name);
    }
    this.#longest = Math.max(0, ...[...this.#chapters.keys()].map(({ length }) => length));
  }

  override find(role: IdRole, word: string): string | undefined {
    return super.find(role, word) ?? this.#findAsked(role, word.trim());
  }

  #findAsked(role: IdRole, word: string): string | undefined {
    const { requirements = [], coreScenarios = [] } = this.#asked ?? {};
    if (role === 'exigence') return entryWritten(requirements, word)?.id;
    if (role === 'preuve') return undefined;
    return entryWritten([...requirements.flatMap(({ scenarios }) => scenarios), ...coreScenarios], word)?.id;
  }

  chapter(words: string): string | undefined {
    return this.#chapters.get(plainWords(words));
  }

  chapterAhead(text: string): { readonly name: string; readonly length: number } | undefined {
    // Accents may be letters of their own, and blanks many; a line of no end is not walked through.
    const ahead = text.slice(0, 3 * this.#longest);
    const plain = plainWords(ahead);
    if (![...this.#chapters.keys()].some((name) => plain.startsWith(name))) return undefined;
    const ends = [...ahead.matchAll(/[\p{L}\p{N}\p{M}](?![\p{L}\p{N}\p{M}])/gu)]
      .map(({ index }) => index + 1)
      .reverse();
    for (const end of ends) {
      const name = this.chapter(ahead.slice(0, end));
      // A bracket that the name closes belongs to it.
      if (name !== undefined) return { name, length: end + (/^[)\]»”"]+/u.exec(ahead.slice(end))?.[0].length ?? 0) };
    }
    return undefined;
  }

  nearChapters(words: string): readonly string[] {
    return closestIds(words.trim(), this.#names);
  }
}
