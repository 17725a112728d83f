import type { Diagnostic } from 'vscode-languageserver-types';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ParsedManifest } from '../core/manifest/parse-manifest';
import { say, type Locale, type Sentence } from '../core/messages/say';
import { diagnosticSource } from './diagnostics';
import { rangeIn } from './positions';

/** Not a rule: rules look at dossiers, and this file belongs to none. */
const orphanCode = 'fragment/orphelin';

const sentence: Sentence = {
  fr: 'Aucun dossier ne cite ce fichier : il n’est pas vérifié avec un catalogue. Ajoutez-le à `dossier.fragments` du manifeste principal.',
  en: 'No dossier names this file: it is not checked against a catalogue. Add it to `dossier.fragments` of the main manifest.',
};

/** Says, at its first key, that no main manifest claims a fragment; an empty file has nothing to be checked yet. */
export function orphanDiagnostic(parsed: ParsedManifest, document: TextDocument, locale: Locale): Diagnostic[] {
  const [first] = parsed.keys;
  if (parsed.role !== 'fragment' || !first) return [];
  return [
    {
      range: rangeIn(document, first.range),
      severity: DiagnosticSeverity.Information,
      source: diagnosticSource,
      code: orphanCode,
      message: say(sentence, locale),
    },
  ];
}
