import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../core/engine/analyse';
import { ManifestDocument } from '../manifest-document';

/** The text that analyses were made on, whatever the editor holds by now, so that their offsets become the right lines. */
export function analysedDocument(uri: string, analyses: readonly Analysis[]): TextDocument | undefined {
  for (const { dossier } of analyses) {
    for (const file of [dossier.main, ...dossier.fragments]) {
      if (file.uri === uri) return ManifestDocument.of(uri, file.parsed);
    }
  }
  return undefined;
}
