import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ImportParams,
  ImportResult,
  MigrateParams,
  MigrateResult,
  NewDossierParams,
  NewDossierResult,
  PackageParams,
  PackageResult,
  RemDiffParams,
  RemDiffResult,
  ReportResult,
  SaveReportParams,
  SaveReportResult,
} from '../protocol/protocol';
import type { Analysis } from './core/dossier/analyse';
import { say, type Language, type Sentence } from './core/messages/language';
import type { BuiltInCatalogues } from './core/ports/built-in-catalogues';
import type { Cancellation } from './core/ports/cancellation';
import type { Files } from './core/ports/files';
import { titleOf } from './core/report/identity';
import type { Blocker } from './core/submission/gate/blocker';
import { blockerMessage } from './core/submission/gate/blocker-words';
import { filingNotes } from './core/submission/gate/filing-words';
import { failureSentence } from './host/operations/failure-sentence';
import { importRem } from './host/operations/import-rem';
import { newDossier, type NewDossierOutcome } from './host/operations/new-dossier';
import { nothingToAnswer } from './host/operations/nothing-to-answer';
import { packageDossier } from './host/operations/package-dossier';
import { sourceDateEpoch } from './host/operations/source-date-epoch';
import { parisNow } from './host/parcours/paris-now';
import { formatOf, renderReport, writeReport } from './host/operations/write-report';
import { analysedDocument } from './language/session/analysed-document';
import { rangeIn } from './language/positions';
import type { CheckedDossier, Operations } from './language/session/ports';
import { migrationFor, remDiffFor } from './main.migrations';
import { inWords, refusal, untrusted } from './main.refusals';

const messages = {
  dispositifNeeded: {
    fr: 'Le nom de {path} ne dit pas de quel dispositif il s’agit : choisissez-le.',
    en: 'The name of {path} does not tell which dispositif it is about: choose it.',
  },
  noRem: {
    fr: 'Aucune feuille de {path} n’a la forme d’un REM. Rien n’a été écrit.',
    en: 'No sheet of {path} has the layout of a REM. Nothing was written.',
  },
  exists: {
    fr: '{path} existe déjà. Choisissez un autre nom ou un autre dossier.',
    en: '{path} exists already. Choose another name or another folder.',
  },
  unknownDispositif: { fr: 'Dispositif « {id} » inconnu.', en: 'Unknown dispositif “{id}”.' },
  emptyDispositif: {
    fr: 'Aucune exigence n’est connue pour {id}. Importez d’abord le classeur officiel.',
    en: 'No requirement is known for {id}. Import the official workbook first.',
  },
  reportFormat: {
    fr: 'Le nom {path} ne dit pas le format du rapport. Terminez-le par .html, .xlsx, .csv ou .md.',
    en: 'Name {path} does not tell the format of the report. End it with .html, .xlsx, .csv or .md.',
  },
  unknownProfile: { fr: 'Profil « {profile} » absent du REM.', en: 'Profile “{profile}” is not in the REM.' },
  badCatalogue: { fr: 'Le catalogue n’est pas lisible : {detail}', en: 'The catalogue is not readable: {detail}' },
} satisfies Record<string, Sentence>;

/** More blockers than this are counted, not listed. */
const mostReasons = 200;

/** Import, creation and packaging on the machine's file system. */
export class NodeOperations implements Operations {
  constructor(
    readonly files: Files,
    readonly builtIns: BuiltInCatalogues,
    readonly isTrusted: () => boolean,
  ) {}

  async importRem(params: ImportParams, language: Language, cancellation: Cancellation): Promise<ImportResult> {
    this.#checkTrust(language);
    const { file, target, dispositif, version } = params;
    const optional = {
      ...(dispositif === undefined ? {} : { dispositif }),
      ...(version === undefined ? {} : { version }),
    };
    const outcome = await inWords(file, language, () => importRem({ file, target, cancellation, ...optional }));
    if (outcome.kind !== 'written') throw refusal(messages[outcome.kind], language, { path: file });
    const { read, doubts } = outcome.report;
    return {
      target,
      dispositif: outcome.catalogue.dispositif.id,
      requirements: read.requirements,
      scenarios: read.scenarios + read.coreScenarios,
      proofs: read.proofs + read.coreProofs,
      doubts: doubts.map(({ sheet, row, column, message }) => `${sheet}!${column ?? ''}${row} : ${message[language]}`),
      profiles: outcome.catalogue.profiles.filter((profile) => profile !== 'Général'),
    };
  }

  async newDossier(
    params: NewDossierParams,
    language: Language,
    cancellation: Cancellation,
  ): Promise<NewDossierResult> {
    this.#checkTrust(language);
    const { builtIns } = this;
    const outcome = await inWords(params.folder, language, () =>
      newDossier({ ...params, language, builtIns, cancellation }),
    );
    if (outcome.kind !== 'written') throw refusalOf(outcome, language);
    return { uri: pathToFileURL(outcome.path).href, requirements: outcome.requirements };
  }

  async packageDossier(
    params: PackageParams,
    analysis: Analysis,
    language: Language,
    cancellation: Cancellation,
  ): Promise<PackageResult> {
    this.#checkTrust(language);
    const { draft, chapters, answersOnly } = params;
    const target = resolve(params.target);
    const { catalogue } = analysis.dossier;
    const source = catalogue.kind === 'loaded' && catalogue.origin.kind === 'file' ? catalogue.origin.uri : undefined;
    try {
      const epoch = sourceDateEpoch(process.env);
      const catalogueText = source === undefined ? undefined : await this.files.readText(source, cancellation);
      const outcome = await packageDossier({
        analysis,
        ...(chapters === undefined ? {} : { chapters }),
        ...(answersOnly === undefined ? {} : { answersOnly }),
        draft,
        target,
        cancellation,
        ...(catalogueText === undefined ? {} : { catalogueText }),
        ...(epoch === undefined ? {} : { sourceDateEpoch: epoch }),
      });
      if (outcome.kind === 'written') {
        const { kind, path, entries, bytes, filing } = outcome;
        return { kind, path, entries, bytes, draft, notes: filingNotes(filing, language) };
      }
      if (outcome.kind === 'nothingToAnswer') return { kind: 'failed', message: say(nothingToAnswer, language) };
      const reasons = outcome.blockers
        .slice(0, mostReasons)
        .map((blocker) => this.#reason(blocker, analysis, language));
      return { kind: 'blocked', total: outcome.blockers.length, reasons };
    } catch (error) {
      const message = failureSentence(error, target, language);
      if (message === undefined) throw error;
      return { kind: 'failed', message };
    }
  }

  report({ analysis, evidenceFile }: CheckedDossier, language: Language): Promise<ReportResult> {
    const html = renderReport({ analysis, evidenceFile, format: 'html', forAns: false, language, now: parisNow() });
    return Promise.resolve({ title: titleOf(analysis, language), html: String(html) });
  }

  async saveReport(
    { target, forAns }: SaveReportParams,
    { analysis, evidenceFile }: CheckedDossier,
    language: Language,
    cancellation: Cancellation,
  ): Promise<SaveReportResult> {
    this.#checkTrust(language);
    const path = resolve(target);
    const format = formatOf(path);
    if (!format) throw refusal(messages.reportFormat, language, { path });
    // Whoever saves from the editor opens the file with a spreadsheet program, whose separator goes with the language.
    const csv = { separator: language === 'fr' ? ';' : ',', byteOrderMark: true } as const;
    await inWords(path, language, () =>
      writeReport({
        analysis,
        evidenceFile,
        format,
        forAns,
        language,
        now: parisNow(),
        csv,
        target: path,
        cancellation,
      }),
    );
    return { path };
  }

  migrate(
    params: MigrateParams,
    analysis: Analysis,
    language: Language,
    cancellation: Cancellation,
  ): Promise<MigrateResult> {
    const { catalogue } = params;
    return inWords(catalogue, language, () => migrationFor(params, analysis, language, this.builtIns, cancellation));
  }

  remDiff(params: RemDiffParams, language: Language, cancellation: Cancellation): Promise<RemDiffResult> {
    return inWords(params.after, language, () => remDiffFor(params, language, this.builtIns, cancellation));
  }

  #reason(blocker: Blocker, analysis: Analysis, language: Language) {
    const document = analysedDocument(blocker.uri, [analysis]);
    const message = blockerMessage(blocker, language);
    return document ? { message, place: { uri: blocker.uri, range: rangeIn(document, blocker.range) } } : { message };
  }

  #checkTrust(language: Language): void {
    if (!this.isTrusted()) throw refusal(untrusted, language);
  }
}

function refusalOf(outcome: Exclude<NewDossierOutcome, { kind: 'written' }>, language: Language): Error {
  switch (outcome.kind) {
    case 'exists':
      return refusal(messages.exists, language, { path: outcome.path });
    case 'unknownDispositif':
    case 'emptyDispositif':
      return refusal(messages[outcome.kind], language, { id: outcome.dispositif });
    case 'unknownProfile':
      return refusal(messages.unknownProfile, language, { profile: outcome.profile });
    case 'badCatalogue':
      return refusal(messages.badCatalogue, language, { detail: outcome.problem?.message[language] ?? '' });
  }
}
