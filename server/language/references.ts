import type { Location } from 'vscode-languageserver-types';
import type { CatalogueIndex } from '../core/catalogue/index-catalogue';
import { under } from '../core/text/uri';
import type { ParsedManifest } from '../core/manifest/parse-manifest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ManifestDocument } from './manifest-document';
import type { CataloguePlace } from './mentions/catalogue-places';
import { manifestMentions } from './mentions/manifest-mentions';
import { isSameSubject, type Searched, type Subject } from './mentions/subject';
import { rangeIn } from './positions';

/** A manifest that may speak of what is looked for. */
export interface SearchedManifest {
  readonly uri: string;
  readonly parsed: ParsedManifest;
  /** Folder that its paths start from. */
  readonly rootUri: string;
  readonly index: CatalogueIndex | undefined;
}

/** A catalogue as a text that can be opened. */
export interface CatalogueText {
  readonly uri: string;
  readonly text: string;
  readonly places: readonly CataloguePlace[];
}

/**
 * Every place that names a requirement, scenario, proof, chapter or file: in manifests by what each means in its own
 * catalogue, in catalogues what they have and what their core-business scenarios cover.
 * @param withEntries whether the places where it is said are wanted too: entries of catalogues, and of manifests
 */
export function references(
  searched: Searched,
  manifests: Iterable<SearchedManifest>,
  catalogues: Iterable<CatalogueText>,
  withEntries: boolean,
): Location[] {
  const found: Location[] = [];
  for (const { uri, parsed, rootUri, index } of manifests) {
    const document = ManifestDocument.of(uri, parsed);
    for (const { range, subject } of manifestMentions(parsed, index)) {
      if (isSought(subject, rootUri, searched)) found.push({ uri, range: rangeIn(document, range) });
    }
  }
  if (searched.subject.kind === 'file') return found;
  for (const { uri, text, places } of catalogues) {
    const own = places.filter(
      ({ subject, role }) => (withEntries || role === 'use') && isSameSubject(subject, searched.subject),
    );
    if (own.length === 0) continue;
    const document = TextDocument.create(uri, 'yaml', 0, text);
    for (const { range } of own) found.push({ uri, range: rangeIn(document, range) });
  }
  return found;
}

/** Whether a place of a manifest speaks of what is looked for: of files, the one on disk counts. */
export function isSought(subject: Subject, rootUri: string, searched: Searched): boolean {
  if (subject.kind !== 'file' || searched.subject.kind !== 'file') return isSameSubject(subject, searched.subject);
  if (rootUri === searched.rootUri) return subject.id === searched.subject.id;
  return under(rootUri, subject.id) === under(searched.rootUri, searched.subject.id);
}
