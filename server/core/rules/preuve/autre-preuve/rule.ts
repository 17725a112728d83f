import type { CatalogueIndex } from '../../../catalogue/index-catalogue';
import { NamedEntries, type Mention } from '../../../catalogue/named-entries';
import type { ResolvedProof } from '../../../dossier/dossier';
import type { EntryValue } from '../../../dossier/entry-pages';
import { evidencePath, type EvidenceItem } from '../../../manifest/facts';
import { shift, type Located } from '../../../text/offset-range';
import { citedPath } from '../../cited-files';
import { paperTypes } from '../../paper-types';
import type { Note, Placed, ReportIn, Rule } from '../../rule';
import { taking } from '../../taking-notes';
import { proofTarget } from '../../target';
import { answers, relationTo } from './slot-relation';
import { fileNameOf } from '../../../text/file-name';

export const rule: Rule = {
  meta: {
    id: 'preuve/autre-preuve',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le nom du fichier porte l’identifiant d’une autre preuve, d’un autre scénario ou d’une autre exigence.',
      en: 'The name of the file bears the id of another proof, scenario or requirement.',
    },
    why: {
      fr: 'Un fichier rangé à la mauvaise place ne montre pas ce que l’instructeur y cherche ; deux fichiers échangés font refuser deux preuves. Seuls les noms des fichiers sont comparés, aux identifiants du catalogue du dossier (« - », « _ » ou une espace pour « / ») : ni les dossiers qui les contiennent, ni leur contenu, ni les titres. Rien n’est dit d’un fichier cité aussi sous l’identifiant qu’il porte, ni d’un identifiant du même scénario, sauf si deux fichiers y sont échangés.',
      en: 'A file in the wrong place does not show what the examiner looks for there; two files swapped have two proofs refused. Only the names of files are compared, with the ids of the dossier’s catalogue (“-”, “_” or a space for “/”): not the folders they lie in, their content or titles. Nothing is said of a file that is also cited under the id it bears, nor of an id of the same scenario unless two files are swapped there.',
    },
    avoid: 'INS/va1.56.01.01:\n  - fichier: preuves/INS-va1.57.01.01-fiche.png',
    prefer: 'INS/va1.56.01.01:\n  - fichier: preuves/INS-va1.56.01.01-fiche.png',
    source: {
      fr: 'Format du dossier de preuves, version 1 ; identifiants du REM du dispositif.',
      en: 'Proof dossier format, version 1; ids of the REM of the dispositif.',
    },
    messages: {
      other: {
        fr: 'Le nom de « {path} » porte {id}, et le fichier est cité pour {slot} : citez la bonne pièce, ou renommez le fichier.',
        en: 'The name of “{path}” bears {id}, and the file is cited for {slot}: cite the right evidence, or rename the file.',
      },
      swapped: {
        fr: '« {path} », cité pour {slot}, porte {id} ; « {other} », cité pour {otherSlot}, porte {otherId} : les deux fichiers semblent échangés. Remettez chacun à sa place.',
        en: '“{path}”, cited for {slot}, bears {id}; “{other}”, cited for {otherSlot}, bears {otherId}: the two files seem to be swapped. Put each in its place.',
      },
      first: { fr: 'L’autre fichier est cité ici.', en: 'The other file is cited here.' },
    },
  },
  ...taking<Suspect>({
    notes: (entry, { index }) => (index ? [...suspectsIn(entry, index)] : []),
    noted(found, _, report, { index, shared }) {
      if (!index || found.length === 0) return;
      const strays = found.filter(
        ({ note: { path, mentions } }) =>
          !shared.proofsOf(path).some((slot) => mentions.some((mention) => answers(mention, slot, index))),
      );
      for (const stray of strays) reportStray(stray, strays, index, report);
    },
  }),
};

/** A piece whose name bears ids, none of them its own. */
interface Suspect extends Note {
  readonly proof: ResolvedProof;
  readonly item: EvidenceItem;
  readonly written: Located<string>;
  readonly path: string;
  readonly mentions: readonly Mention[];
  /** Every id is one of the scenario's own. */
  readonly near: boolean;
}

function reportStray(
  stray: Placed<Suspect>,
  strays: readonly Placed<Suspect>[],
  index: CatalogueIndex,
  report: ReportIn,
): void {
  const { path, proof, written, mentions } = stray.note;
  const other = strays.find(
    ({ note }) =>
      note.path !== path &&
      note.mentions.some((mention) => answers(mention, proof, index)) &&
      mentions.some((mention) => answers(mention, note.proof, index)),
  );
  const args = { path: written.value, id: idsIn(stray.note), slot: slotOf(stray.note) };
  const range = shift(written.range, stray.base);
  const target = proofTarget(proof, path);
  if (other) {
    const related = [
      { uri: other.uri, range: shift(other.note.written.range, other.base), message: 'first', args: {} },
    ];
    const more = { other: other.note.written.value, otherSlot: slotOf(other.note), otherId: idsIn(other.note) };
    report(stray.uri, range, 'swapped', { ...args, ...more }, { effect: 'review', target, related });
  } else if (!stray.note.near) {
    // One paper answers several requirements, and is named after one of them.
    const isPaper = proof.proof?.types.some((type) => paperTypes.has(type)) === true || stray.note.item.declaration;
    report(stray.uri, range, 'other', args, { target, ...(isPaper ? { severity: 'info' as const } : {}) });
  }
}

function idsIn({ mentions }: Suspect): string {
  return [...new Set(mentions.flatMap(({ entries: [entry] }) => (entry ? [entry.id] : [])))].join(', ');
}

function slotOf({ proof }: Suspect): string {
  return proof.proof?.id ?? proof.facts.id.value;
}

/** By catalogue, since making it goes through every id. */
const tables = new WeakMap<CatalogueIndex, NamedEntries>();

function* suspectsIn(entry: EntryValue, index: CatalogueIndex): Generator<Suspect> {
  let table = tables.get(index);
  if (!table) tables.set(index, (table = new NamedEntries(index.catalogue)));
  for (const proof of proofsOf(entry)) {
    // Of a place that the catalogue does not know nothing can be said.
    if (!proof.proof) continue;
    for (const item of proof.facts.evidence) {
      const written = evidencePath(item);
      const path = written && citedPath(written);
      if (path === undefined || !written) continue;
      const mentions = table.inFileName(fileNameOf(path));
      if (mentions.length === 0) continue;
      const relations = mentions.map((mention) => relationTo(mention, proof, index));
      if (relations.includes('own')) continue;
      yield { range: written.range, proof, item, written, path, mentions, near: relations.includes('sameScenario') };
    }
  }
}

function proofsOf(entry: EntryValue): readonly ResolvedProof[] {
  return 'scenarios' in entry ? entry.scenarios.flatMap(({ proofs }) => proofs) : entry.proofs;
}
