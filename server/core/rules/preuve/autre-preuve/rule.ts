import type { CatalogueIndex } from '../../../catalogue/index-catalogue';
import { NamedEntries, type Mention } from '../../../catalogue/named-entries';
import type { Dossier, ResolvedProof, ResolvedRequirement, ResolvedScenario } from '../../../dossier/dossier';
import { evidencePath, type EvidenceItem } from '../../../manifest/facts';
import { shift, type Located } from '../../../text/offset-range';
import { citedPath } from '../../cited-files';
import { paperTypes } from '../../paper-types';
import type { ReportIn, Rule } from '../../rule';
import { proofTarget } from '../../target';
import { answers, relationTo } from './slot-relation';

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
  dossier(dossier, report, { index }) {
    if (!index) return;
    const found = suspectsIn(dossier, index);
    if (found.length === 0) return;
    const cited = citations(dossier, new Set(found.map(({ path }) => path)));
    const strays = found.filter(
      ({ path, mentions }) =>
        !cited.get(path)?.some((slot) => mentions.some((mention) => answers(mention, slot, index))),
    );
    for (const stray of strays) reportStray(stray, strays, index, report);
  },
};

/** A piece whose name bears ids, none of them its own. */
interface Suspect {
  readonly proof: ResolvedProof;
  readonly item: EvidenceItem;
  readonly written: Located<string>;
  readonly path: string;
  readonly mentions: readonly Mention[];
  /** Every id is one of the scenario's own. */
  readonly near: boolean;
}

type PlacedSuspect = Suspect & { readonly uri: string; readonly base: number };

function reportStray(stray: PlacedSuspect, strays: readonly PlacedSuspect[], index: CatalogueIndex, report: ReportIn) {
  const other = strays.find(
    (one) =>
      one.path !== stray.path &&
      one.mentions.some((mention) => answers(mention, stray.proof, index)) &&
      stray.mentions.some((mention) => answers(mention, one.proof, index)),
  );
  const { path, proof, written, uri, base } = stray;
  const args = { path: written.value, id: idsIn(stray), slot: slotOf(stray) };
  const range = shift(written.range, base);
  const target = proofTarget(proof, path);
  if (other) {
    const related = [{ uri: other.uri, range: shift(other.written.range, other.base), message: 'first', args: {} }];
    const more = { other: other.written.value, otherSlot: slotOf(other), otherId: idsIn(other) };
    report(uri, range, 'swapped', { ...args, ...more }, { effect: 'review', target, related });
  } else if (!stray.near) {
    // One paper answers several requirements, and is named after one of them.
    const isPaper = proof.proof?.types.some((type) => paperTypes.has(type)) === true || stray.item.declaration;
    report(uri, range, 'other', args, { target, ...(isPaper ? { severity: 'info' as const } : {}) });
  }
}

function idsIn({ mentions }: Suspect): string {
  return [...new Set(mentions.flatMap(({ entries: [entry] }) => (entry ? [entry.id] : [])))].join(', ');
}

function slotOf({ proof }: Suspect): string {
  return proof.proof?.id ?? proof.facts.id.value;
}

function suspectsIn({ requirements, coreScenarios }: Dossier, index: CatalogueIndex): PlacedSuspect[] {
  const found: PlacedSuspect[] = [];
  for (const { uri, base, value } of [...requirements, ...coreScenarios])
    for (const suspect of suspectsOf(value, index)) found.push({ ...suspect, uri, base });
  return found;
}

/** By entry, which is kept while nothing in it changes; its catalogue is the index's own. */
const kept = new WeakMap<ResolvedRequirement | ResolvedScenario, readonly Suspect[]>();
const tables = new WeakMap<CatalogueIndex, NamedEntries>();

function suspectsOf(entry: ResolvedRequirement | ResolvedScenario, index: CatalogueIndex): readonly Suspect[] {
  let found = kept.get(entry);
  if (!found) kept.set(entry, (found = [...findSuspects(entry, index)]));
  return found;
}

function* findSuspects(entry: ResolvedRequirement | ResolvedScenario, index: CatalogueIndex): Generator<Suspect> {
  let table = tables.get(index);
  if (!table) tables.set(index, (table = new NamedEntries(index.catalogue)));
  for (const proof of proofsOf(entry)) {
    // Of a place that the catalogue does not know nothing can be said.
    if (!proof.proof) continue;
    for (const item of proof.facts.evidence) {
      const written = evidencePath(item);
      const path = written && citedPath(written);
      if (path === undefined || !written) continue;
      const mentions = table.inFileName(path.slice(path.lastIndexOf('/') + 1));
      if (mentions.length === 0) continue;
      const relations = mentions.map((mention) => relationTo(mention, proof, index));
      if (relations.includes('own')) continue;
      yield { proof, item, written, path, mentions, near: relations.includes('sameScenario') };
    }
  }
}

function proofsOf(entry: ResolvedRequirement | ResolvedScenario): readonly ResolvedProof[] {
  return 'scenarios' in entry ? entry.scenarios.flatMap(({ proofs }) => proofs) : entry.proofs;
}

/** The proofs for which each of these files is cited. */
function citations(dossier: Dossier, paths: ReadonlySet<string>): ReadonlyMap<string, readonly ResolvedProof[]> {
  const found = new Map<string, ResolvedProof[]>();
  for (const { value } of [...dossier.requirements, ...dossier.coreScenarios]) {
    for (const proof of proofsOf(value)) {
      for (const item of proof.facts.evidence) {
        const written = evidencePath(item);
        const path = written && citedPath(written);
        if (path === undefined || !paths.has(path)) continue;
        const known = found.get(path);
        if (known) known.push(proof);
        else found.set(path, [proof]);
      }
    }
  }
  return found;
}
