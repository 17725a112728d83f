import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type Range } from 'vscode-languageserver-types';
import type { Finding } from '../core/findings/finding';
import type { FindingWords } from '../core/engine/render-finding';
import { severities as severityNames, type Severity } from '../core/findings/severity';
import { say, type Locale, type Sentence } from '../core/messages/say';
import { rangeIn } from './positions';
import { rulePage } from '../core/rules/rule-page';

export const diagnosticSource = 'segur';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export interface DiagnosticContext {
  readonly words: FindingWords;
  readonly locale: Locale;
  /** The text that a file's findings were made on. */
  documentOf(uri: string): TextDocument | undefined;
}

/** Diagnostics of one file: whoever has more mends some of them first, and each is a record that the editor keeps. */
export const mostDiagnostics = 5000;

/**
 * Findings of one file as diagnostics, in their order. The same finding of two dossiers is said once. Before the first ones of
 * very many, one says that there are others, as severe as the worst: VS Code shows a thousand of a file, the most severe first.
 */
export function diagnosticsOf(uri: string, findings: readonly Finding[], context: DiagnosticContext): Diagnostic[] {
  const document = context.documentOf(uri);
  if (!document) return [];
  const seen = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const finding of findings) {
    if (finding.uri !== uri) continue;
    if (diagnostics.length === mostDiagnostics) {
      diagnostics.unshift(notAllOf(findings, uri, context.locale));
      break;
    }
    const message = context.words.message(finding, context.locale);
    const key = `${finding.rule}\n${finding.range.start}\n${finding.range.end}\n${message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    diagnostics.push(diagnosticOf(finding, message, document, context));
  }
  return diagnostics;
}

const notAllShown: Sentence = {
  fr: 'Ce fichier a {total, number} constats : seuls les {count, number} premiers sont envoyés à l’éditeur, qui peut en montrer moins. Corrigez-les, les suivants viendront.',
  en: 'This file has {total, number} findings: only the first {count, number} are sent to the editor, which may show fewer. Mend them, and the next ones will follow.',
};

function notAllOf(findings: readonly Finding[], uri: string, locale: Locale): Diagnostic {
  const own = findings.filter((one) => one.uri === uri);
  const found = new Set(own.map(({ severity }) => severity));
  const worst = severityNames.find((one) => found.has(one)) ?? 'hint';
  return {
    range: wholeFile,
    severity: severities[worst],
    source: diagnosticSource,
    message: say(notAllShown, locale, { total: own.length, count: mostDiagnostics }),
  };
}

const wholeFile: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function diagnosticOf(
  finding: Finding,
  message: string,
  document: TextDocument,
  context: DiagnosticContext,
): Diagnostic {
  const related = (finding.related ?? []).flatMap((one) => {
    const other = context.documentOf(one.uri);
    // A file that is no manifest is told as a whole.
    if (!other && one.range.end > 0) return [];
    const text = context.words.related(finding, one, context.locale);
    const range = other ? rangeIn(other, one.range) : wholeFile;
    return [{ location: { uri: one.uri, range }, message: text }];
  });
  return {
    range: rangeIn(document, finding.range),
    severity: severities[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule) },
    message,
    ...(isUnnecessary(finding) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(finding.data ? { data: finding.data } : {}),
  };
}

/** A hint says that something may be left out: the editor fades it. */
function isUnnecessary(finding: Finding): boolean {
  return finding.severity === 'hint' && finding.message === 'unnecessary';
}
