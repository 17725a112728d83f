import type { Configuration } from '../configuration/configuration';
import type { Dossier, ManifestFile } from '../dossier/dossier';
import type { DossierFolder } from '../dossier/dossier-folder';
import { DossierAnalyser, type Analysis } from '../engine/analyse';
import type { EvidenceFile } from '../evidence/evidence-file';
import type { Finding } from '../findings/finding';
import type { TextChange } from '../fixes/fix';
import { manifestFile, type ManifestFiles } from '../fixes/manifest-text';
import { applyChanges, leavesReadable } from '../fixes/verified';
import { isWritable } from '../fixes/writable';
import { parseManifest } from '../manifest/parse-manifest';
import type { Rule } from '../rules/rule';

/** A manifest file that an edit changes. */
export interface EditedFile {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

/** What lies beside the evidence has no part in what is found of the pieces themselves. */
export const nothingAround: DossierFolder = { files: undefined, belongsElsewhere: () => false, ignores: () => false };

/** The manifests of a dossier as they become, one edit after the other. Nothing is written. */
export class Draft {
  readonly #before: Dossier;
  readonly #analyser = new DossierAnalyser([]);
  #files: ManifestFiles;
  /** Looked at when it is asked for: the last edit is often followed by nothing. */
  #dossier: Dossier | undefined;

  constructor(readonly analysis: Analysis) {
    this.#before = analysis.dossier;
    this.#files = analysis.dossier;
    this.#dossier = analysis.dossier;
  }

  /** As it is by now. */
  get dossier(): Dossier {
    const { main, fragments } = this.#files;
    return (this.#dossier ??= this.#analyse(this.#analyser, main, fragments, () => undefined).dossier);
  }

  /**
   * Makes an edit, unless a file could be read less well after it, or is in no state to be written.
   * @returns whether it was made
   */
  apply(changes: readonly TextChange[]): boolean {
    const fix = { title: { fr: '', en: '' }, edits: changes };
    if (changes.length === 0 || !isWritable(fix, this.#files) || !leavesReadable(fix, this.#files)) return false;
    const edited = (file: ManifestFile): ManifestFile => {
      const own = changes.filter(({ uri }) => uri === file.uri);
      if (own.length === 0) return file;
      return { ...file, parsed: parseManifest(applyChanges(file.parsed.text, own), file.parsed) };
    };
    this.#files = { main: edited(this.#files.main), fragments: this.#files.fragments.map(edited) };
    this.#dossier = undefined;
    return true;
  }

  /** The files that changed. */
  files(): readonly EditedFile[] {
    return [this.#files.main, ...this.#files.fragments].flatMap(({ uri, parsed }) => {
      const before = manifestFile(this.#before, uri)?.parsed.text ?? '';
      return parsed.text === before ? [] : [{ uri, before, after: parsed.text }];
    });
  }

  /**
   * What rules find in it.
   * @param evidenceFile what is known of a file, those that are not in their place yet included
   */
  findings(rules: readonly Rule[], evidenceFile: (path: string) => EvidenceFile | undefined): readonly Finding[] {
    const { main, fragments } = this.#files;
    return this.#analyse(new DossierAnalyser(rules), main, fragments, evidenceFile).findings;
  }

  #analyse(
    analyser: DossierAnalyser,
    main: ManifestFile,
    fragments: readonly ManifestFile[],
    evidenceFile: (path: string) => EvidenceFile | undefined,
  ): Analysis {
    const { rootUri, common, unread, catalogue } = this.#before;
    const configuration: Configuration = this.analysis.configuration;
    return analyser.analyse({
      ...{ rootUri, common, main, fragments, unread, catalogue, configuration },
      evidence: { lookup: evidenceFile, changedSince: () => undefined },
      evidenceGeneration: 0,
      dossierFolder: nothingAround,
      today: this.analysis.context.today,
    });
  }
}
