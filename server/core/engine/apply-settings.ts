import picomatch from 'picomatch';
import type { Dossier, ManifestFile } from '../dossier/dossier';
import type { Finding } from '../findings/finding';
import { fileFaultArguments } from '../ports/file-fault-words';
import { folderOf, relativeTo, under } from '../text/uri';
import { safePath } from '../evidence/evidence-path';
import { names, settingFor, type Configuration, type IgnoreEntry } from '../configuration/configuration';
import { ignoreComments, type IgnoreComment } from '../configuration/ignore-comments';
import { rule as invalid } from '../rules/configuration/invalide/rule';
import { rule as unused } from '../rules/configuration/ignore-inutile/rule';
import { rule as unreadFragment } from '../rules/fragment/illisible/rule';
import { rule as withoutReason } from '../rules/configuration/ignore-sans-raison/rule';

/** A finding that the team accepted, and why. It leaves with the package. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

export interface SettledFindings {
  readonly findings: Finding[];
  readonly accepted: readonly AcceptedFinding[];
}

/**
 * Puts the team's decisions on what the rules found: severities, ignored files, ignore comments; and reports comments
 * that ignore nothing. A fragment that was not read stays an error whatever they decided. An accepted finding no longer makes a proof *à revoir*; what is missing or wrong stays so.
 */
export function applySettings(
  found: readonly Finding[],
  dossier: Dossier,
  configuration: Configuration,
): SettledFindings {
  const comments = new CommentsByFile([dossier.main, ...dossier.fragments]);
  const ignores = configuration.ignores.map((entry) => new IgnoreMatcher(entry, dossier, configuration));
  const findings: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of found) {
    if (finding.rule === unreadFragment.meta.id) {
      findings.push(finding);
      continue;
    }
    const setting = settingFor(configuration, finding.rule);
    if (setting === 'off') continue;
    const settled = setting === undefined ? finding : { ...finding, severity: setting };
    const reason = comments.reasonFor(finding) ?? ignores.find((one) => one.matches(finding))?.entry.reason;
    if (reason === undefined) findings.push(settled);
    else accepted.push({ finding: settled, reason });
  }
  findings.push(...ownFindings(comments, dossier, configuration));
  return { findings, accepted };
}

function* ownFindings(comments: CommentsByFile, dossier: Dossier, configuration: Configuration): Generator<Finding> {
  const make = (
    rule: typeof invalid,
    uri: string,
    range: Finding['range'],
    message: string,
    args: Finding['args'],
  ): Finding[] => {
    const severity = settingFor(configuration, rule.meta.id) ?? rule.meta.defaultSeverity;
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

class CommentsByFile {
  readonly #byUri = new Map<string, PlacedComment[]>();

  constructor(files: readonly ManifestFile[]) {
    for (const { uri, parsed } of files) {
      if (!parsed.mentionsIgnore) continue;
      const comments = ignoreComments(parsed.text).map((comment) => ({ uri, comment, used: new Set<string>() }));
      if (comments.length > 0) this.#byUri.set(uri, comments);
    }
  }

  all(): PlacedComment[] {
    return [...this.#byUri.values()].flat();
  }

  reasonFor(finding: Finding): string | undefined {
    for (const { comment, used } of this.#byUri.get(finding.uri) ?? []) {
      const { start } = finding.range;
      if (start < comment.target.start || start > comment.target.end) continue;
      const name = comment.rules.find((written) => names(written, finding.rule));
      if (name === undefined) continue;
      used.add(name);
      return comment.reason;
    }
    return undefined;
  }
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
    this.#isMatch = picomatch([...entry.files]);
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
    const path = safePath(finding.target?.path ?? '');
    return path === undefined ? [] : [under(this.dossier.rootUri, path)];
  }
}
