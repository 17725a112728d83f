import type { Dossier } from '../../../dossier/dossier';
import { citedBesideEvidence } from '../../../dossier/manifest-citations';
import { isWholeDossier } from '../../../dossier/whole-dossier';
import { nameKey } from '../../../dossier/shared-evidence';
import { evidenceFolderOf } from '../../../evidence/evidence-folders';
import { foldedPath } from '../../../evidence/evidence-path';
import { under } from '../../../text/uri';
import type { Rule, WholeContext } from '../../rule';
import { sources } from '../../sources';
import { isPackage, isWorkFile } from './work-files';

const id = 'preuve/orpheline';
/** Files told one by one; of the others, how many there are. */
const mostTold = 20;

export const rule: Rule = {
  meta: {
    id,
    // A working folder may well hold drafts.
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un fichier rangé parmi les pièces n’est cité nulle part.',
      en: 'A file that lies among the evidence is cited nowhere.',
    },
    why: {
      fr: 'Une pièce enregistrée mais jamais citée ne part pas avec le dépôt, et sa preuve paraît manquante. Sont regardés les dossiers « preuves » d’où une pièce est citée, avec leurs sous-dossiers ; ailleurs, les fichiers à côté d’une pièce citée. Un brouillon se range hors de ces dossiers, ou s’ignore par un motif dans segur.config.yaml. Tant qu’un manifeste n’a pas pu être lu en entier, la règle se tait.',
      en: 'Evidence that was recorded but never cited does not leave with the submission, and its proof looks missing. What is looked at: the folders named “preuves” from which evidence is cited, with all below them; elsewhere, the files beside a cited one. Keep a draft out of these folders, or ignore it by a pattern in segur.config.yaml. While a manifest could not be read whole, the rule is silent.',
    },
    avoid:
      '# preuves/INS/ : consommation.mp4, consommation-2.mp4\nINS/va1.56.02.01:\n  - fichier: preuves/INS/consommation.mp4',
    prefer: 'INS/va1.56.02.01:\n  - fichier: preuves/INS/consommation.mp4\n  - fichier: preuves/INS/consommation-2.mp4',
    source: sources.format,
    messages: {
      orphan: {
        fr: '« {path} » est rangé parmi les pièces mais n’est cité nulle part : citez-le sous la preuve qu’il sert, ou rangez-le ailleurs.',
        en: '“{path}” lies among the evidence but is cited nowhere: cite it under the proof that it serves, or keep it elsewhere.',
      },
      more: {
        fr: '{count, plural, one {# autre fichier rangé parmi les pièces n’est cité} other {# autres fichiers rangés parmi les pièces ne sont cités}} nulle part, à partir de « {path} ».',
        en: '{count, plural, one {# more file among the evidence is} other {# more files among the evidence are}} cited nowhere, from “{path}” on.',
      },
      file: { fr: 'Le fichier.', en: 'The file.' },
    },
  },
  dossier(dossier, report, context) {
    const orphans = orphansOf(dossier, context);
    if (orphans.length === 0) return;
    const { main, rootUri } = dossier;
    const head = main.parsed.keys.find(({ value }) => value === 'dossier')?.range ?? { start: 0, end: 1 };
    for (const path of orphans.slice(0, mostTold)) {
      const related = [{ uri: under(rootUri, path), range: { start: 0, end: 0 }, message: 'file', args: {} }];
      report(main.uri, head, 'orphan', { path }, { target: { path }, related });
    }
    const [next] = orphans.slice(mostTold);
    if (next !== undefined) report(main.uri, head, 'more', { count: orphans.length - mostTold, path: next });
  },
};

function orphansOf(dossier: Dossier, { shared, dossierFolder }: WholeContext): readonly string[] {
  const { files } = dossierFolder;
  if (!files || !isWholeDossier(dossier)) return [];
  const listed = listedFiles(files);
  const active = new Set<string>();
  const left: ListedFile[] = [];
  for (const one of listed) {
    if (shared.cites(one.key)) active.add(one.folder);
    else if (one.mayBeEvidence) left.push(one);
  }
  const uncited = left.filter(({ folder }) => active.has(folder));
  if (uncited.length === 0) return [];
  const beside = new Set(
    [dossier.main, ...dossier.fragments].flatMap(({ parsed }) => [...citedBesideEvidence(parsed)]),
  );
  return uncited.flatMap(({ path, folded }) => {
    const isOther =
      beside.has(folded) ||
      isPackage(folded, dossier.main.path) ||
      dossierFolder.ignores(id, path) ||
      dossierFolder.belongsElsewhere(path);
    return isOther ? [] : [path];
  });
}

interface ListedFile {
  readonly path: string;
  readonly folded: string;
  readonly key: string;
  /** The folder that it would be evidence of. */
  readonly folder: string;
  /** False for what is not meant to be evidence, by its name. */
  readonly mayBeEvidence: boolean;
}

const kept = new WeakMap<readonly string[], readonly ListedFile[]>();

/** Kept with the listing, which stays the same from one edit to the next. A name in two spellings is one file. */
function listedFiles(files: readonly string[]): readonly ListedFile[] {
  let found = kept.get(files);
  if (!found) {
    const names = new Set(files.map(foldedPath));
    const byName = new Map<string, ListedFile>();
    for (const path of files) {
      const [folded, folder] = [foldedPath(path), evidenceFolderOf(path)];
      if (!folder || byName.has(folded)) continue;
      const mayBeEvidence = !isWorkFile(folded) && !isSidecar(folded, names);
      byName.set(folded, { path, folded, key: nameKey(folded), folder: foldedPath(folder.path), mayBeEvidence });
    }
    kept.set(files, (found = [...byName.values()]));
  }
  return found;
}

/** A digest or signature of another file, named after it: `film.mp4.sha256`. */
function isSidecar(folded: string, names: ReadonlySet<string>): boolean {
  const [slash, dot] = [folded.lastIndexOf('/'), folded.lastIndexOf('.')];
  return dot > slash + 1 && names.has(folded.slice(0, dot));
}
