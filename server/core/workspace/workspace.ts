import picomatch from 'picomatch';
import { DossierAnalyser, type Analysis, type DossierInput } from '../engine/analyse';
import type { Configuration } from '../configuration/configuration';
import { ignoredFiles } from '../configuration/ignored-files';
import type { ManifestFile, UnreadFragment } from '../dossier/dossier';
import { lostEvidence, type UncitedFiles } from '../dossier/lost-evidence';
import type { DossierFolder } from '../dossier/dossier-folder';
import { evidenceFolders } from '../evidence/evidence-folders';
import type { Finding } from '../findings/finding';
import type { ParsedManifest } from '../manifest/parse-manifest';
import type { BuiltInCatalogues } from '../ports/built-in-catalogues';
import type { Cancellation } from '../ports/cancellation';
import type { Clock } from '../ports/clock';
import type { EvidenceFiles } from '../ports/evidence-files';
import type { Files } from '../ports/files';
import { unreadManifest } from '../rules/manifeste/illisible/unread-manifest';
import type { Rule } from '../rules/rule';
import type { Located } from '../text/offset-range';
import { CatalogueStore } from './catalogue-store';
import { ConfigurationStore } from './configuration-store';
import { EvidenceChanges } from './evidence-changes';
import { conflictCopyOf } from '../evidence/conflict-copy';
import { normalisePath, pathFault, safePiecePath } from '../evidence/evidence-path';
import { ManifestTexts } from './manifest-texts';
import { mayBelongTo, type OtherManifest } from './other-manifests';
import { folderOf, nameOf, nameWithin, relativeTo, under, writtenUnder } from '../text/uri';
import { portfolioFile, isPortfolioUri } from '../portfolio/portfolio-shape';
import { PortfolioStore } from './portfolio-store';
import { ThreadStore } from './thread-store';
import { noUncitedFiles, possibleFinds, uncitedFiles } from './uncited-files';
import { pathMatcher } from '../text/path-pattern';

export const manifestGlob = '**/*.preuves.yaml';
/** Of copies that a shared folder made of manifests: of those names only some are. */
const copyGlob = '**/*.preuves[-_. (]*.yaml';
/** What may be a manifest, a copy of one that is to be told, or a portfolio. */
export const manifestGlobs: readonly string[] = [manifestGlob, copyGlob, `**/${portfolioFile}`];

export interface WorkspacePorts {
  readonly files: Files;
  readonly evidence: EvidenceFiles;
  readonly clock: Clock;
  readonly builtIns: BuiltInCatalogues;
}

export interface WorkspaceOptions {
  /** Data packages before those of any configuration: a YAML file or a folder. */
  readonly factsUri?: string | undefined;
  /** Lets whatever else waits have its turn, in the middle of a long check; without it a check is done in one go. */
  readonly pause?: () => Promise<void>;
}

/**
 * The dossiers of one or more folders, checked. Editor and command line both work through it, so that they can not
 * disagree.
 */
export class Workspace {
  readonly texts: ManifestTexts;
  readonly catalogues: CatalogueStore;
  readonly configurations: ConfigurationStore;
  readonly portfolios: PortfolioStore;
  readonly threads: ThreadStore;
  /** Every manifest file known in the folders, by URI. */
  readonly #manifests = new Set<string>();
  /** Every portfolio known in the folders, by URI. */
  readonly #portfolios = new Set<string>();
  readonly #analysers = new Map<string, DossierAnalyser>();
  /** Patterns whose linked folder was looked into, since manifests last came or went. */
  readonly #entered = new Set<string>();
  /** Folders that were looked into for the dossiers of portfolios. */
  readonly #lookedInto = new Set<string>();
  readonly #evidenceChanges = new EvidenceChanges();
  readonly #pause: (() => Promise<void>) | undefined;

  constructor(
    readonly ports: WorkspacePorts,
    readonly rules: readonly Rule[],
    { factsUri, pause }: WorkspaceOptions = {},
  ) {
    this.#pause = pause;
    this.texts = new ManifestTexts(ports.files);
    this.threads = new ThreadStore(ports.files);
    this.catalogues = new CatalogueStore(ports.files, ports.builtIns);
    this.portfolios = new PortfolioStore(ports.files);
    this.configurations = new ConfigurationStore(ports.files, new Set(rules.map((rule) => rule.meta.id)), factsUri);
  }

  /** Finds the manifests of a folder. */
  async addFolder(folderUri: string, cancellation: Cancellation): Promise<void> {
    this.#addFound(await this.ports.files.findNamed(folderUri, manifestGlobs, cancellation));
  }

  /** Finds the manifests of a folder where none of it is known: it may lie outside of all that was searched. */
  async lookInto(folderUri: string, cancellation: Cancellation): Promise<void> {
    if (this.#lookedInto.has(folderUri)) return;
    const prefix = `${folderUri}/`;
    if (!this.manifests().some((uri) => uri.startsWith(prefix))) await this.addFolder(folderUri, cancellation);
    this.#lookedInto.add(folderUri);
  }

  /** What was found of {@link manifestGlobs}. */
  addFound(uris: readonly string[]): void {
    this.#entered.clear();
    this.texts.folderChanged();
    this.#addFound(uris);
  }

  #addFound(uris: readonly string[]): void {
    for (const uri of uris) {
      if (isPortfolioUri(uri)) this.#portfolios.add(uri);
      else if (isManifestName(uri) || conflictCopyOf(nameOf(uri))) this.#manifests.add(uri);
    }
  }

  /** Forgets a folder; manifests still open in the editor stay. */
  removeFolder(folderUri: string): void {
    this.#lookedInto.clear();
    for (const uri of [...this.#portfolios]) if (relativeTo(folderUri, uri) !== undefined) this.#portfolios.delete(uri);
    for (const uri of [...this.#manifests]) {
      if (relativeTo(folderUri, uri) !== undefined && !this.texts.isOpen(uri)) this.#remove(uri);
    }
  }

  addManifest(uri: string): void {
    this.#entered.clear();
    this.texts.folderChanged();
    this.#manifests.add(uri);
  }

  /** It is looked at no more, unless it is open in the editor. */
  removeManifest(uri: string): void {
    this.texts.forget(uri);
    if (!this.texts.isOpen(uri)) this.#remove(uri);
  }

  /** The file is gone: an editor that still shows its text has no dossier any more, until it is written again. */
  manifestGone(uri: string): void {
    this.texts.forget(uri);
    this.#remove(uri);
  }

  hasManifest(uri: string): boolean {
    return this.#manifests.has(uri);
  }

  /**
   * Evidence changed on disk, or new facts arrived.
   * @param path in its normal form; undefined when it may be anything
   */
  evidenceChanged(path?: string): void {
    this.#evidenceChanges.note(path);
  }

  addPortfolio(uri: string): void {
    this.#portfolios.add(uri);
  }

  removePortfolio(uri: string): void {
    this.#portfolios.delete(uri);
  }

  /** Every portfolio known, sorted. */
  portfolioUris(): string[] {
    return [...this.#portfolios].sort();
  }

  /** Every manifest known, sorted. */
  manifests(): string[] {
    return [...this.#manifests].sort();
  }

  /** URIs of the main manifests, sorted. */
  async mains(cancellation: Cancellation): Promise<string[]> {
    const mains: string[] = [];
    for (const uri of this.manifests()) {
      if (!isManifestName(uri)) continue;
      const parsed = await this.texts.get(uri, cancellation);
      if (parsed?.role === 'main' && !(await this.texts.mainFault(uri, cancellation))) mains.push(uri);
    }
    return mains;
  }

  /** The main manifests that a file belongs to: itself, or those whose `fragments` name it. */
  async mainsOf(uri: string, cancellation: Cancellation): Promise<string[]> {
    const parsed = isManifestName(uri) ? await this.texts.get(uri, cancellation) : undefined;
    if (!parsed) return [];
    if (parsed.role === 'main') return (await this.texts.mainFault(uri, cancellation)) ? [] : [uri];
    const owners: string[] = [];
    for (const main of await this.mains(cancellation)) {
      const head = await this.texts.get(main, cancellation);
      if (head && claim(main, head, uri)) owners.push(main);
    }
    return owners;
  }

  /** The manifests that are there, were not read, and are named by no dossier: a finding for each, at its beginning. */
  async unread(cancellation: Cancellation): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const uri of this.manifests()) {
      const finding = await this.unreadAt(uri, cancellation);
      if (finding) findings.push(finding);
    }
    return findings;
  }

  /** The same for one manifest; undefined when it was read, or when a dossier names it and speaks of it. */
  async unreadAt(uri: string, cancellation: Cancellation): Promise<Finding | undefined> {
    const copy = await this.texts.copyFault(uri, cancellation);
    // A copy of a file that is gone, under a name that no manifest has.
    if (!copy && !isManifestName(uri)) return undefined;
    const isMain = !copy && (await this.texts.get(uri, cancellation))?.role === 'main';
    const fault =
      copy ?? (await (isMain ? this.texts.mainFault(uri, cancellation) : this.texts.fault(uri, cancellation)));
    if (!fault) return undefined;
    for (const main of await this.mains(cancellation)) {
      const head = await this.texts.get(main, cancellation);
      if (head && claim(main, head, uri)) return undefined;
    }
    return unreadManifest(uri, fault);
  }

  /** Checks one dossier; undefined when its main manifest does not exist (any more), or was not read. */
  async analyse(mainUri: string, cancellation: Cancellation): Promise<Analysis | undefined> {
    const parsed = await this.texts.get(mainUri, cancellation);
    if (!parsed || (await this.texts.mainFault(mainUri, cancellation))) return undefined;
    const rootUri = folderOf(mainUri);
    const { fragments, unread } = await this.#fragments(mainUri, parsed, cancellation);
    const catalogue = await this.catalogues.of(rootUri, parsed.dossier?.facts, cancellation);
    const configuration = await this.configurations.of(rootUri, cancellation);
    const common = await this.portfolios.commonFolder(rootUri, cancellation);
    this.ports.evidence.commonFolder?.(rootUri, common);
    this.ports.evidence.controlCda?.(rootUri, controlFolder(configuration));
    const dossierFolder = await this.#folderOf(mainUri, fragments, configuration, cancellation);
    let analyser = this.#analysers.get(mainUri);
    if (!analyser) {
      analyser = new DossierAnalyser(this.rules);
      this.#analysers.set(mainUri, analyser);
    }
    const input: DossierInput = {
      rootUri,
      common,
      main: manifestFile(rootUri, mainUri, parsed),
      fragments,
      unread,
      catalogue,
      configuration,
      evidence: {
        lookup: (path) => this.ports.evidence.lookup(rootUri, path),
        changedSince: (generation) => this.#evidenceChanges.since(generation),
      },
      evidenceGeneration: this.#evidenceChanges.generation,
      dossierFolder,
      today: this.ports.clock.today(),
    };
    if (this.#pause && !(await analyser.prepare(input, this.#pause, cancellation)))
      return this.analyse(mainUri, cancellation);
    return analyser.analyse(input);
  }

  /**
   * Looks at the evidence that a dossier cites, and at what lies beside it; its next check knows the facts.
   * @param only these of the cited paths, and nothing that lies beside them
   */
  async scanEvidence(analysis: Analysis, cancellation: Cancellation, only?: readonly string[]): Promise<void> {
    const paths = (only ?? analysis.evidencePaths()).flatMap((written) => safePiecePath(written) ?? []);
    const { rootUri } = analysis.dossier;
    await this.ports.evidence.scan(rootUri, paths, cancellation);
    if (!only) await this.ports.evidence.list(rootUri, evidenceFolders(paths), cancellation);
    this.evidenceChanged();
  }

  /**
   * Looks for the files that a dossier has lost, by their recorded digests, among those that it does not cite. Nothing is
   * looked at where none is lost.
   */
  async findLost(analysis: Analysis, cancellation: Cancellation): Promise<UncitedFiles> {
    const { dossier } = analysis;
    const { rootUri } = dossier;
    const lost = lostEvidence(dossier, (path) => analysis.evidenceFile(path));
    if (lost.length === 0) return noUncitedFiles;
    const listed = await this.ports.files.find(rootUri, ['**/*'], cancellation);
    const mains = await this.mains(cancellation);
    const others = mains.flatMap((uri) => {
      const folder = relativeTo(rootUri, folderOf(uri));
      return folder === undefined ? [] : [`${folder}/`];
    });
    const paths = possibleFinds(
      dossier,
      lost,
      listed.flatMap((uri) => relativeTo(rootUri, uri) ?? []),
      (path) => others.some((folder) => path.startsWith(folder)),
    );
    await this.ports.evidence.scan(rootUri, paths, cancellation);
    return uncitedFiles(dossier, lost, paths, (path) => this.ports.evidence.lookup(rootUri, path));
  }

  async #folderOf(
    mainUri: string,
    fragments: readonly ManifestFile[],
    configuration: Configuration,
    cancellation: Cancellation,
  ): Promise<DossierFolder> {
    const rootUri = folderOf(mainUri);
    const files = this.ports.evidence.listed(rootUri);
    const others: OtherManifest[] = [];
    if (files) {
      const own = new Set([mainUri, ...fragments.map(({ uri }) => uri)]);
      for (const uri of this.#manifests) {
        if (own.has(uri)) continue;
        const parsed = this.texts.peek(uri) ?? (await this.texts.get(uri, cancellation));
        if (parsed || (await this.texts.fault(uri, cancellation))) others.push({ uri, parsed });
      }
    }
    let belongs: ((path: string) => boolean) | undefined;
    return {
      files,
      belongsElsewhere: (path) => (belongs ??= mayBelongTo(others, rootUri))(path),
      ignores: ignoredFiles(configuration, rootUri),
    };
  }

  async #fragments(
    mainUri: string,
    main: ParsedManifest,
    cancellation: Cancellation,
  ): Promise<{ readonly fragments: ManifestFile[]; readonly unread: UnreadFragment[] }> {
    const fragments: ManifestFile[] = [];
    const unread: UnreadFragment[] = [];
    if ((main.dossier?.facts.fragments.length ?? 0) === 0) return { fragments, unread };
    const rootUri = folderOf(mainUri);
    for (const pattern of main.dossier?.facts.fragments ?? []) {
      const fault = await this.#enter(rootUri, pattern, cancellation);
      if (fault) unread.push(fault);
    }
    for (const uri of this.manifests()) {
      const pattern = isManifestName(uri) ? claim(mainUri, main, uri) : undefined;
      if (!pattern) continue;
      const fault = await this.texts.faultIn(rootUri, uri, cancellation);
      // Of a folder that does not count nothing more is to be said.
      if (fault && unread.some((one) => uri.startsWith(`${one.uri}/`))) continue;
      if (fault) unread.push({ uri, path: nameWithin(rootUri, uri), fault, pattern });
      const parsed = fault ? undefined : await this.texts.get(uri, cancellation);
      if (parsed) fragments.push(manifestFile(rootUri, uri, parsed));
    }
    return { fragments, unread };
  }

  /**
   * Looks into the folder that a pattern of fragments begins with, where a search of the dossier does not come: behind a link
   * that stays inside.
   * @returns the folder, when nothing in it counts
   */
  async #enter(
    rootUri: string,
    pattern: Located<string>,
    cancellation: Cancellation,
  ): Promise<UnreadFragment | undefined> {
    if (pathFault(pattern.value) !== undefined) return undefined;
    const { base, glob } = picomatch.scan(pattern.value);
    const path = glob === '' ? base.slice(0, Math.max(base.lastIndexOf('/'), 0)) : base;
    const folder = normalisePath(path);
    if (folder === '') return undefined;
    const uri = under(rootUri, folder);
    const state = await this.texts.folderIn(rootUri, uri, cancellation);
    if (state === 'found') return undefined;
    if (state !== 'linked') return { uri, path: folder, fault: state, pattern };
    const key = `${rootUri}\n${pattern.value}`;
    if (this.#entered.has(key)) return undefined;
    this.#entered.add(key);
    const rest = glob === '' ? base.slice(path.length).replace(/^\//, '') : glob;
    for (const one of await this.ports.files.findNamed(uri, [rest], cancellation)) this.#manifests.add(one);
    return undefined;
  }

  #remove(uri: string): void {
    this.#manifests.delete(uri);
    this.#analysers.delete(uri);
  }
}

function manifestFile(rootUri: string, uri: string, parsed: ParsedManifest): ManifestFile {
  return { uri, path: nameWithin(rootUri, uri), parsed };
}

/** Whether a file is read as a manifest. */
function isManifestName(uri: string): boolean {
  return uri.endsWith('.preuves.yaml');
}

/** The first of the `fragments` of a main manifest that names a file. */
function claim(mainUri: string, main: ParsedManifest, uri: string): Located<string> | undefined {
  if (uri === mainUri) return undefined;
  const path = relativeTo(folderOf(mainUri), uri);
  if (path === undefined) return undefined;
  return claimsOf(main).find(({ matches }) => matches(path))?.pattern;
}

interface Claim {
  readonly pattern: Located<string>;
  readonly matches: (path: string) => boolean;
}

/** Kept with the manifest: of a workspace every file is held against every pattern. */
const keptClaims = new WeakMap<ParsedManifest, readonly Claim[]>();

function claimsOf(main: ParsedManifest): readonly Claim[] {
  let claims = keptClaims.get(main);
  if (!claims) {
    claims = (main.dossier?.facts.fragments ?? [])
      .filter(({ value }) => pathFault(value) === undefined)
      .map((pattern) => ({ pattern, matches: pathMatcher([pattern.value]) }));
    keptClaims.set(main, claims);
  }
  return claims;
}

/** URI of the folder of schemas that a configuration names. */
function controlFolder({ uri, controlFolder: written }: Configuration): string | undefined {
  return uri === undefined || written === undefined ? undefined : writtenUnder(folderOf(uri), written);
}
