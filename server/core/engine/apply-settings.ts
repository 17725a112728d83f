import { pathMatcher } from '../text/path-pattern';
import type { Dossier, ManifestFile } from '../dossier/dossier';
import type { Finding } from '../findings/finding';
import type { SeveritySetting } from '../findings/severity';
import { fileFaultArguments } from '../ports/file-fault-words';
import { lastUpTo } from '../text/last-up-to';
import type { OffsetRange } from '../text/offset-range';
import { saysSomething } from '../text/says-something';
import { folderOf, relativeTo, under } from '../text/uri';
import { pieceUri } from '../dossier/piece-uri';
import { safePiecePath } from '../evidence/evidence-path';
import { names, settingFor, type Configuration, type IgnoreEntry } from '../configuration/configuration';
import { ignoreComments, type IgnoreComment } from '../configuration/ignore-comments';
import { rule as invalid } from '../rules/configuration/invalide/rule';
import { rule as unused } from '../rules/configuration/ignore-inutile/rule';
import { rule as withoutReason } from '../rules/configuration/ignore-sans-raison/rule';
import type { Rule } from '../rules/rule';

/** A finding that the team accepted, and why. It leaves with the package. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly reason: string;
  /** It would keep a file back, or weighs on a proof. */
  readonly stands: boolean;
}

/** A finding that would keep a file back, or weighs on a proof, and that the team switched off or took down from error. */
export interface MutedFinding {
  /** As the rule made it. */
  readonly finding: Finding;
  readonly setting: SeveritySetting;
}

/** Rules that settings treat apart, by id. */
export interface SpecialRules {
  /** No decision touches their findings. */
  readonly unsettable: ReadonlySet<string>;
  /** They are off until the team names them: a setting of their category does not switch them on. */
  readonly optional: ReadonlySet<string>;
}

export function specialRules(rules: readonly Rule[]): SpecialRules {
  const ids = (key: 'unsettable' | 'optional') =>
    new Set(rules.filter(({ meta }) => meta[key]).map(({ meta }) => meta.id));
  return { unsettable: ids('unsettable'), optional: ids('optional') };
}

export interface SettledFindings {
  readonly findings: Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly muted: readonly MutedFinding[];
  /** Those whose effects count. A severity changes what is shown, not where a proof stands. */
  readonly weighing: readonly Finding[];
}

/**
 * Puts the team's decisions on what the rules found: severities, ignored files, ignore comments; and reports comments
 * that ignore nothing. What was not read stays an error whatever they decided. A finding that is accepted for a reason no
 * longer makes a proof *à revoir*; what is missing or wrong stays so. Without a reason, what keeps a file back or weighs on
 * a proof is not accepted: nobody could tell later why it was filed.
 */
export function applySettings(
  found: readonly Finding[],
  dossier: Dossier,
  configuration: Configuration,
  { unsettable, optional }: SpecialRules,
): SettledFindings {
  const comments = new CommentsByFile([dossier.main, ...dossier.fragments]);
  const ignores = configuration.ignores.map((entry) => new IgnoreMatcher(entry, dossier, configuration));
  const findings: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  const muted: MutedFinding[] = [];
  const weighing: Finding[] = [];
  for (const finding of found) {
    if (unsettable.has(finding.rule)) {
      findings.push(finding);
      weighing.push(finding);
      continue;
    }
    const setting = optional.has(finding.rule)
      ? (configuration.severities.get(finding.rule) ?? 'off')
      : settingFor(configuration, finding.rule);
    const settled = setting === undefined || setting === 'off' ? finding : { ...finding, severity: setting };
    const stands = [finding, settled].some(({ severity }) => severity === 'error') || finding.effect !== undefined;
    const reason = comments.reasonFor(finding) ?? ignores.find((one) => one.matches(finding))?.entry.reason;
    const isAccepted = reason !== undefined && (!stands || saysSomething(reason, [finding.rule]));
    if (!isAccepted || finding.effect === 'incomplete') weighing.push(finding);
    if (isAccepted) {
      if (setting !== 'off' || stands) accepted.push({ finding: settled, reason, stands });
      continue;
    }
    const isLowered = finding.severity === 'error' && settled.severity !== 'error';
    if (setting !== undefined && (isLowered || (setting === 'off' && stands))) muted.push({ finding, setting });
    if (setting !== 'off') findings.push(settled);
  }
  // One by one, here and wherever a text makes as many as it likes: a call takes some hundred thousand arguments at most.
  for (const finding of ownFindings(comments, dossier, configuration)) findings.push(finding);
  return { findings, accepted, muted, weighing };
}

function* ownFindings(comments: CommentsByFile, dossier: Dossier, configuration: Configuration): Generator<Finding> {
  const make = (
    rule: typeof invalid,
    uri: string,
    range: Finding['range'],
    message: string,
    args: Finding['args'],
  ): Finding[] => {
    const setting = rule.meta.unsettable ? undefined : settingFor(configuration, rule.meta.id);
    const severity = setting ?? rule.meta.defaultSeverity;
    return severity === 'off' ? [] : [{ rule: rule.meta.id, severity, message, args, uri, range }];
  };
  for (const { uri, comment, used } of comments.all()) {
    for (const name of comment.rules) {
      if (!used.has(name)) yield* make(unused, uri, comment.range, 'unused', { rule: name });
    }
    if (comment.reason === '') yield* make(withoutReason, uri, comment.range, 'noReason', {});
  }
  const { main } = dossier;
  const head = main.parsed.keys.find((key) => key.value === 'dossier')?.range ?? { start: 0, end: 1 };
  const file = relativeTo(dossier.rootUri, configuration.uri ?? '') ?? 'segur.config.yaml';
  const { fault } = configuration;
  if (fault) yield* make(invalid, main.uri, head, fault.kind, fileFaultArguments(file, fault));
  for (const { sentence, line } of configuration.problems) {
    yield* make(invalid, main.uri, head, 'invalid', { file, line, detailFr: sentence.fr, detailEn: sentence.en });
  }
}

interface PlacedComment {
  readonly uri: string;
  readonly comment: IgnoreComment;
  /** Names of the comment that ignored something. */
  readonly used: Set<string>;
}

/** The comments that speak of one line. */
interface CommentedLine {
  readonly line: OffsetRange;
  readonly comments: PlacedComment[];
  /** By the rule of the finding: the first comment that names it. */
  readonly byRule: Map<string, { readonly placed: PlacedComment; readonly name: string } | undefined>;
}

class CommentsByFile {
  readonly #byUri = new Map<string, PlacedComment[]>();
  /** In the order of the lines: comments of a text speak of lines that follow each other. */
  readonly #lines = new Map<string, { readonly starts: readonly number[]; readonly lines: readonly CommentedLine[] }>();

  constructor(files: readonly ManifestFile[]) {
    for (const { uri, parsed } of files) {
      if (!parsed.mentionsIgnore) continue;
      const comments = ignoreComments(parsed.text).map((comment) => ({ uri, comment, used: new Set<string>() }));
      if (comments.length === 0) continue;
      this.#byUri.set(uri, comments);
      const lines = commentedLines(comments);
      this.#lines.set(uri, { starts: lines.map(({ line }) => line.start), lines });
    }
  }

  all(): PlacedComment[] {
    return [...this.#byUri.values()].flat();
  }

  reasonFor({ uri, range: { start }, rule }: Finding): string | undefined {
    const known = this.#lines.get(uri);
    const at = known?.lines[lastUpTo(known.starts, start)];
    if (!at || start < at.line.start || start > at.line.end) return undefined;
    if (!at.byRule.has(rule)) at.byRule.set(rule, firstNaming(rule, at.comments));
    const first = at.byRule.get(rule);
    first?.placed.used.add(first.name);
    return first?.placed.comment.reason;
  }
}

function commentedLines(comments: readonly PlacedComment[]): CommentedLine[] {
  const lines: CommentedLine[] = [];
  for (const placed of comments) {
    const line = placed.comment.target;
    const last = lines.at(-1);
    if (last?.line.start === line.start) last.comments.push(placed);
    else lines.push({ line, comments: [placed], byRule: new Map() });
  }
  return lines;
}

function firstNaming(
  rule: string,
  comments: readonly PlacedComment[],
): { readonly placed: PlacedComment; readonly name: string } | undefined {
  for (const placed of comments) {
    const name = placed.comment.rules.find((written) => names(written, rule));
    if (name !== undefined) return { placed, name };
  }
  return undefined;
}

/** Matches the manifest of a finding, or the evidence it is about. */
class IgnoreMatcher {
  readonly #isMatch: (path: string) => boolean;
  readonly #folder: string;

  constructor(
    readonly entry: IgnoreEntry,
    readonly dossier: Dossier,
    configuration: Configuration,
  ) {
    this.#isMatch = pathMatcher(entry.files);
    this.#folder = configuration.uri === undefined ? dossier.rootUri : folderOf(configuration.uri);
  }

  matches(finding: Finding): boolean {
    const { files, rules } = this.entry;
    if (files.length === 0 || (rules.length > 0 && !rules.some((written) => names(written, finding.rule))))
      return false;
    return [finding.uri, ...this.#evidence(finding)].some((uri) => {
      const path = relativeTo(this.#folder, uri);
      return path !== undefined && this.#isMatch(path);
    });
  }

  #evidence(finding: Finding): string[] {
    const path = safePiecePath(finding.target?.path ?? '');
    return path === undefined ? [] : [pieceUri(this.dossier, path) ?? under(this.dossier.rootUri, path)];
  }
}
