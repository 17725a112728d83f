import { findAuthorizations, type AuthorizationFacts } from '../../core/evidence/find-authorizations';
import { findDeclared } from '../../core/evidence/find-declared';
import { findTopics } from '../../core/evidence/find-topics';
import { findVersions, type NamedVersion } from '../../core/evidence/find-versions';
import type { Inspection } from '../../core/evidence/inspection';
import { isHouseText } from './house-document';

type WordFacts = Pick<Inspection, 'versions' | 'declared' | 'authorizations' | 'topics' | 'ofTheHouse'>;

/** What the words of a text say of the software, of requests and of its subject. One text, or the pieces of one in order. */
export class ContentWords {
  readonly #versions = new Map<string, NamedVersion>();
  readonly #authorizations = new Map<string, AuthorizationFacts>();
  #whole: string | undefined;
  #pieces = 0;
  #isOfTheHouse = false;

  /** @param max of each kind */
  constructor(readonly max: number) {}

  see(text: string): void {
    this.#whole = this.#pieces++ === 0 ? text : undefined;
    this.#isOfTheHouse ||= isHouseText(text);
    for (const one of findVersions(text)) this.#keep(this.#versions, `${one.before} ${one.version}`, one);
    for (const one of findAuthorizations(text)) this.#keep(this.#authorizations, JSON.stringify(one), one);
  }

  /** A text of several pieces is no paper: what it declares and is about is not asked. */
  facts(): WordFacts {
    const declared = this.#whole === undefined ? [] : findDeclared(this.#whole);
    const topics = this.#whole === undefined ? undefined : findTopics(this.#whole);
    return {
      ...(this.#versions.size > 0 && { versions: [...this.#versions.values()] }),
      ...(declared.length > 0 && { declared }),
      ...(this.#authorizations.size > 0 && { authorizations: [...this.#authorizations.values()] }),
      ...(topics && { topics }),
      ...(this.#isOfTheHouse && { ofTheHouse: {} }),
    };
  }

  #keep<T>(all: Map<string, T>, key: string, one: T): void {
    if (all.size < this.max) all.set(key, one);
  }
}

/** Versions and declared names of a text, and of the lines that its structure tells (see named-pairs.ts). */
export function namedFacts(text: string, named: string, max: number): Pick<WordFacts, 'versions' | 'declared'> {
  const { versions, declared } = contentWords(`${named}\n\n${text}`, max);
  const own = findDeclared(named);
  return {
    ...(versions && { versions }),
    ...(declared ? { declared } : own.length > 0 && { declared: own }),
  };
}

/** The same of one text. */
export function contentWords(text: string, max: number): WordFacts {
  const words = new ContentWords(max);
  words.see(text);
  return words.facts();
}
