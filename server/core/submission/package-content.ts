import type { Analysis } from '../engine/analyse';
import type { Dossier } from '../dossier/dossier';
import type { EvidenceFile } from '../evidence/evidence-file';
import type { OpenRequest } from '../instruction/open-requests';
import { requestSubject } from '../instruction/request-words';
import { fragmentShape } from '../manifest/manifest-shape';
import { answersIn } from './answered-requests';
import { depositRecord } from './deposit-record';
import { depositTable, type Table } from './deposit-table';
import { jsonWithoutHidden, withoutHidden } from '../text/hidden-characters';
import { listedPath, portableName, UniqueNames } from '../configuration/entry-names';
import { filedAdjustments, filedCatalogue } from './filed-catalogue';
import { filedManifest, isNothingFiled } from './filed-manifest';
import type { Filing } from './gate';
import type { Scope } from './scope';
import { indexPage } from './index-page';
import { submissionPlan, type PlannedEvidence, type SubmissionPlan } from './plan';

/** An entry of a package, in the order in which it is written. */
export interface PackageEntry {
  readonly name: string;
  readonly content:
    | { readonly kind: 'text'; readonly text: string }
    /** A file of the dossier, by its path there. `pinned` is the digest that it must have. */
    | { readonly kind: 'evidence'; readonly path: string; readonly pinned?: string }
    /** Made of what was written before it. */
    | { readonly kind: 'after'; readonly text: (written: readonly WrittenFile[]) => string }
    /** Likewise; to be written as a workbook. */
    | { readonly kind: 'table'; readonly table: (written: readonly WrittenFile[]) => Table };
}

export interface WrittenFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface PackageOptions {
  readonly scope: Scope;
  readonly draft: boolean;
  readonly toolVersion: string;
  /** What the gate said of what was asked for; by default it is asked about the scope. */
  readonly filing?: Filing;
  /** `YYYY-MM-DD`, only when the caller fixes the date (`SOURCE_DATE_EPOCH`): the same input gives the same bytes. */
  readonly date?: string;
  /** Facts of a cited path, for the record beside the package; undefined while they are not known. */
  readonly evidenceFile?: (path: string) => EvidenceFile | undefined;
}

/** What the index and the record are made of. */
export interface PackageFacts {
  readonly analysis: Analysis;
  readonly plan: SubmissionPlan;
  readonly options: PackageOptions;
  /** Digest and size of a written piece of evidence. */
  written(evidence: PlannedEvidence): WrittenFile | undefined;
}

/**
 * Every entry of a package: a BagIt bag (RFC 8493) in one folder, with the evidence in filing order, the manifests as
 * they may leave the house, a readable index and a machine-readable record.
 */
export function packageContent(analysis: Analysis, options: PackageOptions): PackageEntry[] {
  const plan = submissionPlan(analysis, options.scope);
  const bag = bagName(analysis.dossier, options);
  const data = `${bag}/data`;
  const payload: PackageEntry[] = [];
  const names = new UniqueNames();
  const text = (name: string, content: string) =>
    payload.push({ name: names.take(`${data}/${name}`), content: { kind: 'text', text: content } });
  if (options.draft) text('BROUILLON.txt', draftNotice);
  for (const one of [...plan.evidence, ...plan.statements]) {
    const pinned = one.pinned === undefined ? {} : { pinned: one.pinned };
    payload.push({
      name: names.take(`${data}/${one.name}`),
      content: { kind: 'evidence', path: one.source, ...pinned },
    });
  }
  const { main, fragments } = analysis.dossier;
  text(`dossier/${listedPath(main.path)}`, filedManifest(main.parsed.text) ?? unreadableNotice);
  for (const { path, parsed } of fragments) {
    const filed = filedManifest(parsed.text, fragmentShape);
    // A fragment of which nothing leaves would be an empty file.
    if (filed === undefined || !isNothingFiled(filed)) text(`dossier/${listedPath(path)}`, filed ?? unreadableNotice);
  }
  const catalogue = filedCatalogue(analysis.dossier);
  if (catalogue !== undefined) text('catalogue/catalogue.rem.yaml', catalogue);
  const adjustments = filedAdjustments(analysis.dossier);
  if (adjustments !== undefined) text('catalogue/catalogue.ajustements.yaml', adjustments);
  const facts = (written: readonly WrittenFile[]): PackageFacts => {
    const byName = new Map(written.map((file) => [file.name, file]));
    return { analysis, plan, options, written: (one) => byName.get(`${data}/${one.name}`) };
  };
  const after = (name: string, make: (written: readonly WrittenFile[]) => string): PackageEntry => ({
    name,
    content: { kind: 'after', text: make },
  });
  return [
    {
      name: `${bag}/bagit.txt`,
      content: { kind: 'text', text: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
    },
    ...payload,
    after(`${data}/depot.json`, (written) => jsonWithoutHidden(depositRecord(facts(written)))),
    { name: `${data}/depot.xlsx`, content: { kind: 'table', table: (written) => depositTable(facts(written)) } },
    after(`${data}/index.html`, (written) => indexPage(facts(written))),
    after(`${bag}/bag-info.txt`, (written) =>
      bagInfo(
        analysis,
        options,
        written.filter(({ name }) => name.startsWith(`${data}/`)),
      ),
    ),
    after(`${bag}/manifest-sha256.txt`, (written) =>
      digests(
        bag,
        written.filter(({ name }) => name.startsWith(`${data}/`)),
      ),
    ),
    after(`${bag}/tagmanifest-sha256.txt`, (written) =>
      digests(
        bag,
        written.filter(({ name }) => !name.startsWith(`${data}/`)),
      ),
    ),
  ];
}

const draftNotice =
  'BROUILLON : ce paquet a été constitué alors que le dossier avait des erreurs ou des preuves manquantes.\n' +
  'Il n’est pas destiné à être déposé. / DRAFT: not to be filed.\n';

/** Only in a draft: a final package is refused while a manifest has a syntax error. */
const unreadableNotice =
  '# Ce manifeste a une erreur de syntaxe : il n’est pas joint. / This manifest has a syntax error: it is not included.\n';

/** With the folders of `plan.ts`, paths stay well below the 260 characters that many Windows programs take. */
const longestBagName = 50;

function bagName(dossier: Dossier, { draft, scope }: PackageOptions): string {
  const dispositif = dossier.main.parsed.dossier?.facts.dispositif?.value ?? 'dossier';
  const software = dossier.main.parsed.software?.facts;
  const kind = [scope.proofs && 'REPONSES', draft ? 'BROUILLON' : undefined];
  const parts = [dispositif, software?.name?.value, software?.version?.value, ...kind];
  return portableName(parts.filter((part) => part !== undefined && part !== '').join(' '), longestBagName);
}

/** `sha256  path` lines; percent-encodes what RFC 8493 asks for. */
function digests(bag: string, files: readonly WrittenFile[]): string {
  return files
    .map(({ name, sha256 }) => `${sha256}  ${name.slice(bag.length + 1).replace(/[%\r\n]/g, encodeURIComponent)}\n`)
    .join('');
}

function bagInfo(analysis: Analysis, options: PackageOptions, payload: readonly WrittenFile[]): string {
  const { vendor, software, dossier: head } = analysis.dossier.main.parsed;
  const answers = answersIn(analysis, options.scope);
  const bytes = payload.reduce((sum, file) => sum + file.size, 0);
  const product = [software?.facts.name?.value, software?.facts.version?.value]
    .filter((one) => one !== undefined)
    .join(' ');
  const lines: [string, string | undefined][] = [
    ['Source-Organization', vendor?.facts.name?.value],
    ['External-Description', description(product, answers !== undefined)],
    ['External-Identifier', head?.facts.dispositif?.value],
    ['Bagging-Date', options.date],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
    ['Bag-Software-Agent', `Ségur Preuves ${options.toolVersion}`],
    ...(answers ?? []).map(({ request }): [string, string] => ['Reponse', answerLine(request)]),
  ];
  return lines
    .flatMap(([label, value]) => (value ? [`${label}: ${withoutHidden(value.replace(/\s+/g, ' '))}\n`] : []))
    .join('');
}

function description(product: string, isAnswer: boolean): string | undefined {
  if (!isAnswer) return product === '' ? undefined : `Dossier de preuves de ${product}`;
  return `Réponses aux demandes de modification${product === '' ? '' : ` sur le dossier de preuves de ${product}`}`;
}

function answerLine(request: OpenRequest): string {
  const on = request.on === undefined ? 'demande' : `demande du ${request.on}`;
  return `${requestSubject(request)}, ${on}${request.comment === undefined ? '' : ` : ${request.comment}`}`;
}
