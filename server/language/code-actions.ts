import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { mergeCommand, rulePageCommand } from '../../protocol/commands';
import { setSeverity, type SeverityEdit } from '../core/configuration/set-severity';
import type { Dossier } from '../core/dossier/dossier';
import type { UncitedFiles } from '../core/dossier/lost-evidence';
import type { Finding } from '../core/findings/finding';
import type { SeveritySetting } from '../core/findings/severity';
import type { Fix, TextChange } from '../core/fixes/fix';
import { Trials } from '../core/fixes/trials';
import { say, type Locale, type Sentence } from '../core/messages/say';
import type { Rule } from '../core/rules/rule';
import { ChunkedText } from '../core/text/chunked-text';
import { attachActions, missingProofRule } from './attach-actions';
import { diagnosticSource } from './diagnostics';
import { rangeIn, samePosition, touches } from './positions';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.segur`;

/**
 * Ways not to see a finding any more. No quick fixes: editors list them after those, under a heading of their own, and offer
 * them to nobody who asks for a fix.
 */
export const suppressKind = 'suppress.segur';

export interface CodeActionContext {
  readonly uri: string;
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  /** Kinds asked for; undefined when all are welcome. */
  readonly only: readonly string[] | undefined;
  /** Findings beside the dossier that they are about. */
  readonly findings: readonly { readonly finding: Finding; readonly dossier: Dossier }[];
  readonly rules: ReadonlyMap<string, Rule>;
  readonly locale: Locale;
  /** Whether edits may name the version of the text that they are for. */
  readonly versioned: boolean;
  /** Whether the client can open a web page. */
  readonly canShowPage: boolean;
  /** For a client that has the commands: pieces may be attached where proofs are missing. */
  readonly attaching?: { filesOf(dossier: Dossier): readonly string[] };
  /** For a client that has the command: a manifest that git left unmerged may be merged again. */
  readonly merges?: boolean;
  /** Where severities are set for the dossier; undefined when that file cannot be written by an edit. */
  readonly configuration: ConfigurationPlace | undefined;
  /** Files that may be those that a dossier has lost; undefined where they were not looked for. */
  uncitedOf(dossier: Dossier): UncitedFiles | undefined;
  /** Edits of the file's safe fixes, none overlapping another; of as many as the trials allow. */
  safeEdits(trials: Trials): readonly TextChange[];
  documentOf(uri: string): TextDocument | undefined;
  /** Whether nothing is lost when the file is saved: what is not UTF-8 is not edited. */
  mayEdit(uri: string): boolean;
  /** Version of a document open in the editor, null when it is not open. */
  versionOf(uri: string): number | null;
}

/** A `segur.config.yaml`: without text it has to be created first. */
export interface ConfigurationPlace {
  readonly uri: string;
  readonly text?: string;
}

/**
 * Pieces to attach, fixes of the diagnostics in a range, the page of each rule, then ways not to see it any more; all safe
 * fixes of the file when asked for.
 */
export function codeActions(context: CodeActionContext): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(context, CodeActionKind.QuickFix))
    actions.push(...attachments(context), ...merging(context), ...quickFixes(context), ...pages(context));
  if (wants(context, suppressKind)) actions.push(...ignores(context), ...severities(context));
  if (context.only !== undefined && wants(context, fixAllKind)) actions.push(...fixAll(context));
  return actions;
}

function wants(context: CodeActionContext, kind: string): boolean {
  return context.only === undefined || context.only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}

/** What settles a missing proof comes before a place for it to be filled by hand. */
function attachments(context: CodeActionContext): CodeAction[] {
  const document = context.documentOf(context.uri);
  const { attaching, locale } = context;
  if (!document || !attaching) return [];
  const missing = context.findings.filter(
    ({ finding }) =>
      finding.rule === missingProofRule &&
      finding.uri === context.uri &&
      touches(rangeIn(document, finding.range), context.range),
  );
  const diagnostics = context.diagnostics.filter(({ code }) => code === missingProofRule);
  return attachActions(missing, (dossier) => attaching.filesOf(dossier), locale).map((action) =>
    diagnostics.length > 0 ? { ...action, diagnostics } : action,
  );
}

/** Where git left a conflict: both versions merged again, entry by entry. */
function merging(context: CodeActionContext): CodeAction[] {
  const { merges, uri, locale } = context;
  const document = context.documentOf(uri);
  if (merges !== true || !document) return [];
  const conflict = context.findings.find(
    ({ finding }) =>
      isConflict(finding) && finding.uri === uri && touches(rangeIn(document, finding.range), context.range),
  );
  if (!conflict) return [];
  const range = rangeIn(document, conflict.finding.range);
  const diagnostics = context.diagnostics.filter(
    (one) => one.code === conflict.finding.rule && samePosition(one.range, range),
  );
  const title = say(
    {
      fr: 'Réunir les deux versions pièce par pièce (d’après git)',
      en: 'Unite both versions piece by piece (from git)',
    },
    locale,
  );
  const command = { title, command: mergeCommand, arguments: [uri] };
  return [{ title, kind: CodeActionKind.QuickFix, ...(diagnostics.length > 0 ? { diagnostics } : {}), command }];
}

function isConflict({ rule, message }: Finding): boolean {
  return rule === 'yaml/syntaxe' && (message === 'conflict' || message === 'marker');
}

/** Findings of a range whose fixes are looked for: a list of more is read by nobody, and some fixes are tried on the text. */
const mostFixed = 500;

function quickFixes(context: CodeActionContext): CodeAction[] {
  const document = context.documentOf(context.uri);
  if (!document) return [];
  const actions: CodeAction[] = [];
  const seen = new Set<string>();
  let looked = 0;
  const trials = new Trials();
  for (const { finding, dossier } of context.findings) {
    if (finding.uri !== context.uri) continue;
    const range = rangeIn(document, finding.range);
    if (!touches(range, context.range)) continue;
    if (++looked > mostFixed) break;
    const diagnostics = context.diagnostics.filter(
      (one) => one.code === finding.rule && samePosition(one.range, range),
    );
    for (const fix of fixesOf(finding, dossier, context, trials)) {
      if (!fix.edits.every((edit) => context.mayEdit(edit.uri))) continue;
      const offersPiece = context.attaching !== undefined && finding.rule === missingProofRule;
      const action = actionOf(offersPiece ? { ...fix, preferred: false } : fix, diagnostics, context);
      const key = JSON.stringify([action.title, action.edit]);
      if (seen.has(key)) continue;
      seen.add(key);
      actions.push(action);
    }
  }
  return actions;
}

function fixesOf(finding: Finding, dossier: Dossier, context: CodeActionContext, trials: Trials): readonly Fix[] {
  const { rules, locale } = context;
  return rules.get(finding.rule)?.fixes?.(finding, dossier, locale, context.uncitedOf(dossier), trials) ?? [];
}

function actionOf(fix: Fix, diagnostics: Diagnostic[], context: CodeActionContext): CodeAction {
  return {
    title: say(fix.title, context.locale, fix.args),
    kind: CodeActionKind.QuickFix,
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    edit: workspaceEdit(fix.edits, context),
    ...(fix.preferred === true ? { isPreferred: true } : {}),
  };
}

function workspaceEdit(changes: readonly TextChange[], context: CodeActionContext): WorkspaceEdit {
  const byUri = new Map<string, { range: Range; newText: string }[]>();
  for (const { uri, range, text } of changes) {
    const document = context.documentOf(uri);
    if (!document) continue;
    const edits = byUri.get(uri) ?? [];
    edits.push({ range: rangeIn(document, range), newText: text });
    byUri.set(uri, edits);
  }
  if (!context.versioned) return { changes: Object.fromEntries(byUri) };
  const documentChanges = [...byUri].map(([uri, edits]) => ({
    textDocument: { uri, version: context.versionOf(uri) },
    edits,
  }));
  return { documentChanges };
}

/** A comment above the line, whose reason is left to write: without one it is itself reported. */
function ignores(context: CodeActionContext): CodeAction[] {
  const document = context.documentOf(context.uri);
  if (!document || !context.mayEdit(context.uri)) return [];
  return settableAt(context).map(({ rule, diagnostics, line }) => {
    const title = say(
      { fr: 'Accepter ici : {rule} (raison à écrire)', en: 'Accept here: {rule} (reason to write)' },
      context.locale,
      { rule },
    );
    const start = document.offsetAt({ line, character: 0 });
    const margin = /^[ ]*/.exec(document.getText().slice(start, start + 200))?.[0] ?? '';
    const edits = [{ uri: context.uri, range: { start, end: start }, text: `${margin}# segur-ignore ${rule} : \n` }];
    return { title, kind: suppressKind, diagnostics, edit: workspaceEdit(edits, context) };
  });
}

/** Turns a rule off, or down, for every dossier that the configuration is for. */
function severities(context: CodeActionContext): CodeAction[] {
  const { configuration } = context;
  if (!configuration) return [];
  return settableAt(context).flatMap(({ rule, diagnostics }) =>
    severityChoices.flatMap(({ severity, title: sentence }) => {
      const edit = setSeverity(configuration.text, rule, severity);
      if (!edit) return [];
      const title = say(sentence, context.locale, { rule });
      return [{ title, kind: suppressKind, diagnostics, edit: configurationEdit(configuration, edit) }];
    }),
  );
}

const severityChoices: readonly { readonly severity: SeveritySetting; readonly title: Sentence }[] = [
  {
    severity: 'info',
    title: {
      fr: 'Passer {rule} au niveau information (segur.config.yaml)',
      en: 'Set {rule} to information level (segur.config.yaml)',
    },
  },
  {
    severity: 'off',
    title: { fr: 'Désactiver {rule} (segur.config.yaml)', en: 'Turn {rule} off (segur.config.yaml)' },
  },
];

function configurationEdit({ uri, text }: ConfigurationPlace, edit: SeverityEdit): WorkspaceEdit {
  const lines = ChunkedText.of(text ?? '');
  const range = { start: lines.position(edit.range.start), end: lines.position(edit.range.end) };
  const change = { textDocument: { uri, version: null }, edits: [{ range, newText: edit.text }] };
  if (text !== undefined) return { documentChanges: [change] };
  return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] };
}

/** Those whose findings may be accepted, or given another severity. */
function settableAt(context: CodeActionContext): ReturnType<typeof rulesAt> {
  return rulesAt(context).filter(({ rule }) => context.rules.get(rule)?.meta.unsettable !== true);
}

/** Each rule that speaks in the range, with the first line it speaks of. */
function rulesAt(
  context: CodeActionContext,
): { readonly rule: string; readonly diagnostics: Diagnostic[]; readonly line: number }[] {
  const ours = context.diagnostics.filter(
    ({ source, code }) => source === diagnosticSource && context.rules.has(String(code)),
  );
  return [...new Set(ours.map(({ code }) => String(code)))].map((rule) => {
    const diagnostics = ours.filter(({ code }) => code === rule);
    return { rule, diagnostics, line: Math.min(...diagnostics.map(({ range }) => range.start.line)) };
  });
}

function pages(context: CodeActionContext): CodeAction[] {
  if (!context.canShowPage) return [];
  return rulesAt(context).map(({ rule, diagnostics }) => {
    const title = say({ fr: 'Ouvrir la page de la règle {rule}', en: 'Open the page of rule {rule}' }, context.locale, {
      rule,
    });
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      command: { title, command: rulePageCommand, arguments: [rule] },
    };
  });
}

const allFixes: Sentence = { fr: 'Appliquer toutes les corrections sûres', en: 'Apply all safe fixes' };
const firstFixes: Sentence = {
  fr: 'Appliquer les premières corrections sûres (à refaire pour les suivantes)',
  en: 'Apply the first safe fixes (repeat for the others)',
};

function fixAll(context: CodeActionContext): CodeAction[] {
  const trials = new Trials();
  const edits = context.mayEdit(context.uri) ? context.safeEdits(trials) : [];
  if (edits.length === 0) return [];
  const title = say(trials.isSpent ? firstFixes : allFixes, context.locale);
  return [{ title, kind: fixAllKind, edit: workspaceEdit(edits, context) }];
}
