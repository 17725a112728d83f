import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../core/dossier/analyse';
import type { ParsedManifest } from '../../core/manifest/parse-manifest';
import type { ManifestTexts } from '../../core/workspace/manifest-texts';
import { closedDocument } from '../positions';
import type { Documents } from './documents';

/** Gives the text that an analysis was made on, so that its offsets become the right lines. */
export class AnalysedTexts {
  constructor(
    readonly documents: Documents,
    readonly texts: ManifestTexts,
  ) {}

  of(uri: string, analyses: readonly Analysis[]): TextDocument | undefined {
    const parsed = parsedIn(uri, analyses);
    if (!parsed) return undefined;
    const open = this.documents.get(uri);
    // The editor's document keeps its line index across edits.
    return open && this.texts.peek(uri) === parsed ? open : closedDocument(uri, parsed);
  }
}

/** The text that an analysis was made on, whatever the editor holds by now. */
export function analysedText(uri: string, analysis: Analysis): TextDocument | undefined {
  const parsed = parsedIn(uri, [analysis]);
  return parsed && closedDocument(uri, parsed);
}

function parsedIn(uri: string, analyses: readonly Analysis[]): ParsedManifest | undefined {
  for (const { dossier } of analyses) {
    for (const file of [dossier.main, ...dossier.fragments]) if (file.uri === uri) return file.parsed;
  }
  return undefined;
}
