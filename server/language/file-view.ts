import type { CommonFolder } from '../core/ports/evidence-files';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CatalogueIndex } from '../core/catalogue/index-catalogue';
import type { Catalogue } from '../core/catalogue/catalogue';
import type { CatalogueState } from '../core/dossier/dossier';
import type { EvidenceFile } from '../core/evidence/evidence-file';
import type { ParsedManifest } from '../core/manifest/parse-manifest';
import type { Locale } from '../core/messages/say';

/** A manifest as the reader sees it now, beside what is known of its dossier. Features need nothing else. */
export interface FileView {
  readonly uri: string;
  readonly document: TextDocument;
  readonly parsed: ParsedManifest;
  /** Undefined for a fragment that no main manifest names. */
  readonly dossier: DossierFiles | undefined;
  /** Folder that evidence paths start from. */
  readonly rootUri: string;
  readonly common?: CommonFolder;
  readonly catalogue: CatalogueState;
  readonly locale: Locale;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Facts of a path as it is written; undefined while they are not known, or when the path is refused. */
  evidence(path: string): EvidenceFile | undefined;
  /** Day on which the file of a path was last written, `YYYY-MM-DD`, Europe/Paris; undefined while it is not known. */
  lastWritten(path: string): string | undefined;
}

/** The files of the dossier that a manifest belongs to, itself included. */
export interface DossierFiles {
  readonly main: ParsedManifest;
  readonly mainUri: string;
  readonly files: readonly { readonly uri: string; readonly parsed: ParsedManifest }[];
}

/** The files of the dossier, or the file alone where it belongs to none. */
export function filesAround({
  dossier,
  uri,
  parsed,
}: Pick<FileView, 'dossier' | 'uri' | 'parsed'>): DossierFiles['files'] {
  return dossier?.files ?? [{ uri, parsed }];
}

/** The catalogue, when there is one. */
export function loadedCatalogue(
  view: Pick<FileView, 'catalogue'>,
): { readonly catalogue: Catalogue; readonly index: CatalogueIndex } | undefined {
  return view.catalogue.kind === 'loaded' ? view.catalogue : undefined;
}
