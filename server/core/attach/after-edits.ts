import { DossierAnalyser, type Analysis } from '../engine/analyse';
import type { ManifestFile } from '../dossier/dossier';
import { parseManifest } from '../manifest/parse-manifest';
import { nothingAround, type EditedFile } from './draft';

/**
 * A dossier as an edit that is not written yet leaves it, for what is planned on top of it. What was found stays that of
 * the dossier as it is: nothing is judged again.
 */
export function analysisAfter(analysis: Analysis, files: readonly EditedFile[]): Analysis {
  if (files.length === 0) return analysis;
  const { rootUri, main, fragments, unread, catalogue } = analysis.dossier;
  const edited = (file: ManifestFile): ManifestFile => {
    const own = files.find(({ uri }) => uri === file.uri);
    return own ? { ...file, parsed: parseManifest(own.after, file.parsed) } : file;
  };
  const { configuration, findings, accepted, muted, context } = analysis;
  const after = new DossierAnalyser([]).analyse({
    ...{ rootUri, main: edited(main), fragments: fragments.map(edited), unread, catalogue, configuration },
    evidence: { lookup: (path) => analysis.evidenceFile(path), changedSince: () => undefined },
    evidenceGeneration: 0,
    dossierFolder: nothingAround,
    today: context.today,
  });
  return { ...after, findings, accepted, muted };
}

/** Two edits, the second made on what the first leaves, as one. */
export function joinedEdits(first: readonly EditedFile[], second: readonly EditedFile[]): readonly EditedFile[] {
  const joined = new Map(first.map((one) => [one.uri, one]));
  for (const { uri, before, after } of second)
    joined.set(uri, { uri, before: joined.get(uri)?.before ?? before, after });
  return [...joined.values()].filter(({ before, after }) => before !== after);
}
