import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type {
  AttestationParams,
  AttestationResult,
  ByteProgress,
  CompareParams,
  CompareResult,
  PackagesParams,
  PackagesResult,
  SaveComparisonParams,
  SaveComparisonResult,
  StateReference,
  VerifyPackageParams,
  VerifyPackageResult,
} from '../protocol/submissions';
import type { Analysis } from './core/dossier/analyse';
import { throwIfCancelled, type Cancellation } from './core/ports/cancellation';
import { compareStates, isSame, type Comparison } from './core/submission/compare-states';
import { comparisonSummary } from './core/submission/comparison-summary';
import { comparisonMarkdown, comparisonPage, type ComparedNames } from './core/submission/comparison-text';
import { stateOfDossier, type FiledState } from './core/submission/filed-state';
import { stateTexts } from './core/submission/state-texts';
import { verificationMarkdown } from './core/submission/verification-markdown';
import { normaliseUri } from './core/workspace/uri';
import { failureSentence } from './host/operations/failure-sentence';
import { packageProblems } from './host/operations/package-problems';
import { noRecord, readFiledState } from './host/operations/read-filed-state';
import { verifyPackage, type VerifyOutcome } from './host/operations/verify-package';
import { writeText } from './host/operations/write-text';
import type { Session } from './language/session/session';
import { writeStatement } from './main.attestations';
import { inWords, refusal, untrusted } from './main.refusals';

const messages = {
  noDossier: { fr: 'Ce dossier n’existe pas : {uri}', en: 'There is no such dossier: {uri}' },
  evidenceClosed: {
    fr: 'Dans un espace de travail non approuvé, les pièces du dossier ne sont pas ouvertes : il ne peut pas être comparé. Deux dépôts peuvent l’être.',
    en: 'In an untrusted workspace the evidence of the dossier is not opened: it cannot be compared. Two packages can be.',
  },
  format: {
    fr: 'Le nom {path} ne dit pas le format. Terminez-le par .html ou .md.',
    en: 'Name {path} does not tell the format. End it with .html or .md.',
  },
};

interface Compared {
  readonly states: readonly [FiledState, FiledState];
  readonly names: ComparedNames;
  readonly comparison: Comparison;
}

/** Answers what is asked about packages that exist already, and about statements. */
export class Submissions {
  constructor(
    readonly session: Session,
    readonly isTrusted: () => boolean,
    readonly tellProgress: (token: string, progress: ByteProgress) => void,
  ) {}

  /** Only their records are read. What cannot be read is no package to offer. */
  async packages({ files }: PackagesParams, token: Cancellation): Promise<PackagesResult> {
    const packages: PackagesResult['packages'][number][] = [];
    for (const file of files) {
      throwIfCancelled(token);
      try {
        const [state, { mtimeMs }] = [await readFiledState(file, token), await stat(file)];
        if (!state) continue;
        const software = [state.software, state.softwareVersion].filter((one) => one !== undefined).join(' ');
        const description = [software, state.dispositif ?? ''].filter((one) => one !== '').join(' · ');
        packages.push({ file, description, modified: mtimeMs });
      } catch (error) {
        if (failureSentence(error, file, this.session.language) === undefined) throw error;
      }
    }
    return { packages: packages.sort((a, b) => b.modified - a.modified) };
  }

  async verify(params: VerifyPackageParams, token: Cancellation): Promise<VerifyPackageResult> {
    const { language } = this.session;
    const name = basename(params.file);
    const outcome = await this.#read(params, token);
    const problems = packageProblems(outcome, name, language);
    const report = outcome.kind === 'read' ? outcome.report : undefined;
    const compared = await this.#againstDossier(params, report?.filed, token);
    const difference = compared && {
      same: isSame(compared.comparison),
      summary: comparisonSummary(compared.comparison, language),
      dossier: compared.names.after,
    };
    const shown = compared && comparisonMarkdown(compared.comparison, compared.names, language);
    return {
      problems: problems.length,
      draft: report?.draft === true,
      files: outcome.kind === 'read' ? outcome.files : 0,
      bytes: outcome.kind === 'read' ? outcome.bytes : 0,
      ...(difference ? { difference } : {}),
      markdown:
        problems.length === 0
          ? ''
          : verificationMarkdown({ name, problems, ...(shown === undefined ? {} : { difference: shown }) }, language),
    };
  }

  async compare(params: CompareParams, token: Cancellation): Promise<CompareResult> {
    const { language } = this.session;
    const { states, names, comparison } = await this.#compared(params, token);
    const texts = stateTexts(...states, language);
    return {
      same: isSame(comparison),
      summary: comparisonSummary(comparison, language),
      before: { name: names.before, text: texts.before },
      after: { name: names.after, text: texts.after },
    };
  }

  async save(params: SaveComparisonParams, token: Cancellation): Promise<SaveComparisonResult> {
    const { language } = this.session;
    if (!this.isTrusted()) throw refusal(untrusted, language);
    const path = resolve(params.target);
    const write = { '.html': comparisonPage, '.md': comparisonMarkdown }[extname(path).toLowerCase()];
    if (!write) throw refusal(messages.format, language, { path });
    const { names, comparison } = await this.#compared(params, token);
    await inWords(path, language, () => writeText(path, write(comparison, names, language)));
    return { path };
  }

  async attestation(params: AttestationParams, token: Cancellation): Promise<AttestationResult> {
    const { language } = this.session;
    if (!this.isTrusted()) throw refusal(untrusted, language);
    await this.session.ready();
    return writeStatement(params, await this.#analysis(params.uri, token), language, token);
  }

  /** The dossier as it is now. @throws a refusal when there is none */
  async #analysis(uri: string, token: Cancellation): Promise<Analysis> {
    const analysis = await this.session.analyses.ofMain(normaliseUri(uri), token);
    throwIfCancelled(token);
    if (!analysis) throw refusal(messages.noDossier, this.session.language, { uri });
    return analysis;
  }

  #read({ file, progressToken }: VerifyPackageParams, token: Cancellation): Promise<VerifyOutcome> {
    let told = -1;
    return inWords(file, this.session.language, () =>
      verifyPackage({
        path: resolve(file),
        cancellation: token,
        onProgress: (done, total) => {
          const hundredth = Math.floor((done / Math.max(total, 1)) * 100);
          if (progressToken === undefined || hundredth === told) return;
          told = hundredth;
          this.tellProgress(progressToken, { done, total });
        },
      }),
    );
  }

  /** Undefined when there is nothing to compare, or when evidence may not be opened. */
  async #againstDossier(
    { file, dossier }: VerifyPackageParams,
    filed: FiledState | undefined,
    token: Cancellation,
  ): Promise<Compared | undefined> {
    if (dossier === undefined || !filed || !this.isTrusted()) return undefined;
    await this.session.lookAgain(token);
    const now = await this.#stateOf({ kind: 'dossier', uri: dossier }, token);
    return {
      states: [filed, now.state],
      names: { before: basename(file), after: now.name },
      comparison: compareStates(filed, now.state),
    };
  }

  async #compared({ before, after }: CompareParams, token: Cancellation): Promise<Compared> {
    if (before.kind === 'dossier' || after.kind === 'dossier') {
      if (!this.isTrusted()) throw refusal(messages.evidenceClosed, this.session.language);
      await this.session.lookAgain(token);
    }
    const [first, second] = [await this.#stateOf(before, token), await this.#stateOf(after, token)];
    return {
      states: [first.state, second.state],
      names: { before: first.name, after: second.name },
      comparison: compareStates(first.state, second.state),
    };
  }

  /** A dossier is taken as it was last looked at. */
  async #stateOf(
    reference: StateReference,
    token: Cancellation,
  ): Promise<{ readonly name: string; readonly state: FiledState }> {
    const { language, ports } = this.session;
    if (reference.kind === 'dossier') {
      const analysis = await this.#analysis(reference.uri, token);
      const { rootUri, main } = analysis.dossier;
      const state = stateOfDossier(analysis, (path) => {
        const file = ports.evidence.lookup(rootUri, path);
        return file?.state === 'file' ? file : undefined;
      });
      return { name: main.path, state };
    }
    const path = resolve(reference.file);
    const state = await inWords(path, language, () => readFiledState(path, token));
    if (!state) throw refusal(noRecord, language, { path });
    return { name: basename(path), state };
  }
}
