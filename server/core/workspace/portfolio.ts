import type { Finding } from '../findings/finding';
import type { SentenceArguments } from '../messages/say';
import type { StructureProblem } from '../manifest/problem';
import { safePath } from '../evidence/evidence-path';
import { dossierInCommon, manifestEnding, type ParsedPortfolio } from '../portfolio/read-portfolio';
import { fileFaultArguments } from '../ports/file-fault-words';
import type { Cancellation } from '../ports/cancellation';
import { rule as commonRule } from '../rules/portefeuille/commun/rule';
import { rule as dossierRule } from '../rules/portefeuille/dossier/rule';
import { rule as formRule } from '../rules/portefeuille/forme/rule';
import type { Rule } from '../rules/rule';
import type { Located, OffsetRange } from '../text/offset-range';
import { folderOf, nameOf, under } from '../text/uri';
import type { Workspace } from './workspace';

/** A dossier that a portfolio names. */
export interface PortfolioMember {
  /** As the portfolio names it. */
  readonly written: Located<string>;
  /** Path of its main manifest, relative to the portfolio, `/` separated. */
  readonly path: string;
  readonly mainUri: string;
}

/** A portfolio, and which of the dossiers that it names are there. */
export interface Portfolio {
  readonly uri: string;
  readonly folderUri: string;
  /** Undefined when the file was not read. */
  readonly parsed: ParsedPortfolio | undefined;
  /** Those that are there, in the order of the file, each once. */
  readonly members: readonly PortfolioMember[];
  /** What is wrong with the file and with what it names, in text order; in it alone. */
  readonly findings: readonly Finding[];
}

const start: OffsetRange = { start: 0, end: 0 };

/** Reads a portfolio and finds its dossiers. @returns undefined when there is no such file */
export async function openPortfolio(
  workspace: Workspace,
  uri: string,
  cancellation: Cancellation,
): Promise<Portfolio | undefined> {
  const found = await workspace.portfolios.at(uri, cancellation);
  if (!found) return undefined;
  const folderUri = folderOf(uri);
  const findings: Finding[] = [];
  const report = (rule: Rule, message: string, range: OffsetRange, args: SentenceArguments = {}): void => {
    findings.push({ rule: rule.meta.id, severity: rule.meta.defaultSeverity, message, args, uri, range });
  };
  if (found.kind === 'unread') {
    report(formRule, found.fault.kind, start, fileFaultArguments(nameOf(uri), found.fault));
    return { uri, folderUri, parsed: undefined, members: [], findings };
  }
  const { parsed, encoding } = found;
  if (encoding) report(formRule, 'encoding', { start: encoding.offset, end: encoding.offset });
  for (const problem of parsed.problems) {
    report(formRule, messageOf(problem), problem.range, problem.args);
  }
  const { dossiers, common } = parsed.facts;
  if (dossiers.length === 0 && parsed.problems.length === 0) report(formRule, 'empty', start);
  const members = new Map<string, PortfolioMember>();
  for (const written of dossiers) {
    const place = await placeOf(workspace, folderUri, written.value, cancellation);
    if (place.kind === 'fault') {
      report(dossierRule, place.message, written.range, { path: written.value, ...place.args });
    } else if (members.has(place.mainUri)) {
      report(dossierRule, 'twice', written.range, { path: written.value });
    } else members.set(place.mainUri, { written, path: place.path, mainUri: place.mainUri });
  }
  if (common) {
    const path = common.value;
    const safe = safePath(path);
    if (safe === undefined) report(commonRule, 'refused', common.range, { path });
    else {
      const dossier = dossierInCommon(parsed.facts, folderUri, under(folderUri, safe));
      if (dossier !== undefined) report(commonRule, 'overlap', common.range, { path, dossier });
      else if (!(await workspace.portfolios.commonOf(uri, cancellation)))
        report(commonRule, 'outside', common.range, { path });
    }
  }
  findings.sort((a, b) => a.range.start - b.range.start);
  return { uri, folderUri, parsed, members: [...members.values()], findings };
}

/** Kinds of problems that a portfolio can have, each of which has a sentence of its own. */
const told: ReadonlySet<StructureProblem['kind']> = new Set([
  'syntax',
  'unknownKey',
  'wrongType',
  'missingKey',
  'duplicateKey',
  'badValue',
]);

function messageOf({ kind }: StructureProblem): string {
  return told.has(kind) ? kind : 'other';
}

type Place =
  | { readonly kind: 'found'; readonly mainUri: string; readonly path: string }
  | { readonly kind: 'fault'; readonly message: string; readonly args?: SentenceArguments };

/** Where a dossier is that a portfolio names by its folder or by its main manifest. */
async function placeOf(
  workspace: Workspace,
  folderUri: string,
  written: string,
  cancellation: Cancellation,
): Promise<Place> {
  const safe = safePath(written);
  if (safe === undefined) return { kind: 'fault', message: 'refused' };
  const uri = under(folderUri, safe);
  if (safe.endsWith(manifestEnding)) {
    await workspace.lookInto(folderOf(uri), cancellation);
    const parsed = await workspace.texts.get(uri, cancellation);
    const fault = await workspace.texts.faultIn(folderUri, uri, cancellation);
    if (fault?.kind === 'outside') return { kind: 'fault', message: 'outside' };
    if (fault) return { kind: 'fault', message: 'unread' };
    if (await workspace.texts.mainFault(uri, cancellation)) return { kind: 'fault', message: 'unread' };
    if (!parsed) return { kind: 'fault', message: 'absent' };
    if (parsed.role !== 'main') return { kind: 'fault', message: 'fragment' };
    return { kind: 'found', mainUri: uri, path: safe };
  }
  await workspace.lookInto(uri, cancellation);
  const prefix = `${uri}/`;
  const here = workspace.manifests().filter((one) => one.startsWith(prefix) && !one.includes('/', prefix.length));
  const mains: string[] = [];
  const faults = new Set<'outside' | 'unread'>();
  for (const one of here) {
    const isMain = (await workspace.texts.get(one, cancellation))?.role === 'main';
    const fault = await workspace.texts.faultIn(folderUri, one, cancellation);
    if (fault) faults.add(fault.kind === 'outside' ? 'outside' : 'unread');
    else if (isMain && (await workspace.texts.mainFault(one, cancellation))) faults.add('unread');
    else if (isMain) mains.push(one);
  }
  const [main, other] = mains;
  if (main !== undefined && other === undefined)
    return { kind: 'found', mainUri: main, path: `${safe}/${nameOf(main)}` };
  if (main !== undefined) return { kind: 'fault', message: 'several', args: { names: mains.map(nameOf).join(', ') } };
  return { kind: 'fault', message: [...faults][0] ?? 'absent' };
}
