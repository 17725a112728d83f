import { groupOf } from '../text/group-of';
import type { SeveritySetting } from '../findings/severity';
import type { Sentence } from '../messages/say';
import type { FileFault } from '../ports/file-fault';
import type { KnownFacts } from '../facts/known-facts';
import type { EntryLayout } from './entry-layout';
import type { Located } from '../text/offset-range';

/** Name of the configuration file, looked for in the folder of the dossier and upwards. */
export const configurationFile = 'segur.config.yaml';

/** What a team decided about the rules, for every dossier under the folder of the file. */
export interface Configuration {
  /** Absent: no file was found. */
  readonly uri?: string;
  /** The text that was read, where the file is UTF-8. */
  readonly text?: string;
  /** The file is not UTF-8: nothing is written to it. */
  readonly unwritable?: true;
  /** By rule id, or by category. The rule wins over its category. */
  readonly severities: ReadonlyMap<string, SeveritySetting>;
  readonly ignores: readonly IgnoreEntry[];
  /** How a package names its evidence; absent: as usual. */
  readonly layout?: EntryLayout;
  /** How a file that is attached is named, relative to the dossier's folder; absent: as usual. */
  readonly pieceLayout?: EntryLayout;
  /** Days before the planned filing from which missing proofs are warnings; absent: {@link usualNotice}. */
  readonly filingNotice?: number;
  /** Folder of ANS's schemas that CDA is held against, as written: relative to the file, or absolute. Absent: against none. */
  readonly controlFolder?: string;
  /** Data packages of the team: a file or a folder, as written: relative to the file, or absolute. */
  readonly factsPath?: Located<string>;
  /** What ships with those packages put upon it; absent: what ships alone. */
  readonly facts?: KnownFacts;
  readonly problems: readonly ConfigurationProblem[];
  /** Why the file was not read; what it decides is then not known. */
  readonly fault?: FileFault;
}

/** Findings in files (manifests or cited evidence) that are not reported, and why. */
export interface IgnoreEntry {
  /** Patterns of paths relative to the folder of the configuration file. */
  readonly files: readonly string[];
  /** Rule ids or categories; empty: all. */
  readonly rules: readonly string[];
  readonly reason: string;
  readonly place: Located<string>;
}

export interface ConfigurationProblem {
  readonly sentence: Sentence;
  /** 1-based. */
  readonly line: number;
}

export const noConfiguration: Configuration = { severities: new Map(), ignores: [], problems: [] };

/** Days before the planned filing from which missing proofs are warnings, where the team says nothing else. */
export const usualNotice = 30;

/** More days than this are a slip. */
export const longestNotice = 3650;

/** What is set for a rule, if anything. */
export function settingFor(configuration: Configuration, rule: string): SeveritySetting | undefined {
  const { severities } = configuration;
  if (severities.size === 0) return undefined;
  return severities.get(rule) ?? severities.get(categoryOf(rule));
}

/** `preuve` of `preuve/fichier-vide`. */
function categoryOf(rule: string): string {
  return groupOf(/^[^/]*/.exec(rule), 0);
}

/** Whether a rule id or category, as written in a list, stands for a rule. */
export function names(written: string, rule: string): boolean {
  return written === rule || written === categoryOf(rule);
}
