import type { ResolvedProof } from '../../../dossier/dossier';
import type { EntryValue } from '../../../dossier/entry-pages';
import { isReadWhole } from '../../../dossier/manifest-citations';
import { evidencePath, type EvidenceItem } from '../../../manifest/facts';
import { shift, type Located } from '../../../text/offset-range';
import { paperTypes } from '../../paper-types';
import type { Note, Rule } from '../../rule';
import { sources } from '../../sources';
import { taking } from '../../taking-notes';
import { proofTarget } from '../../target';

/** Most places named beside the first. */
const mostRelated = 20;

export const rule: Rule = {
  meta: {
    id: 'preuve/sans-date',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Des pièces n’ont pas de date, ou pas de version.',
      en: 'Some evidence has no date, or no version.',
    },
    why: {
      fr: 'Sans « date » ni « version », rien ne dit que la pièce montre la version candidate, et aucun contrôle de son ancienneté ne peut se faire. Sont regardés les fichiers et les liens des preuves qui montrent le logiciel ; ni les papiers, ni les déclarations, ni les numéros d’exécution. Une seule indication par dossier pour chaque clé, sur la première pièce, les autres en lieux liés. La version n’est demandée que si « logiciel.version » est écrite.',
      en: 'Without “date” and “version” nothing says that the evidence shows the candidate version, and no check of its age can be made. Files and links of proofs that show the software are looked at; not papers, statements or execution numbers. One hint per dossier for each key, on the first piece, the others in related places. The version is asked for only if “logiciel.version” is written.',
    },
    avoid: '- fichier: preuves/accueil.png',
    prefer: '- fichier: preuves/accueil.png\n  date: 2026-11-02\n  version: 12.4.0',
    source: sources.format,
    messages: {
      date: {
        fr: '{count, plural, one {Une pièce n’a} other {{count, number} pièces n’ont}} pas de « date » : écrivez le jour de l’enregistrement.',
        en: '{count, plural, one {One piece of evidence has} other {{count, number} pieces of evidence have}} no “date”: write the day of the recording.',
      },
      version: {
        fr: '{count, plural, one {Une pièce n’a} other {{count, number} pièces n’ont}} pas de « version » : écrivez celle du logiciel enregistré.',
        en: '{count, plural, one {One piece of evidence has} other {{count, number} pieces of evidence have}} no “version”: write that of the software recorded.',
      },
      other: { fr: 'Celle-ci aussi.', en: 'This one too.' },
    },
  },
  ...taking<Lacking>({
    notes: (entry) => lackingIn(entry),
    noted(notes, dossier, report, { softwareVersion }) {
      // A key may stand where the text could not be read.
      if (![dossier.main, ...dossier.fragments].every(({ parsed }) => isReadWhole(parsed))) return;
      for (const key of (softwareVersion?.trim() ?? '') === '' ? keys.slice(0, 1) : keys) {
        const found = notes.filter(({ note }) => note.lacks.includes(key));
        const [first, ...others] = found;
        if (!first) continue;
        const related = others.slice(0, mostRelated).map(({ uri, base, note }) => {
          return { uri, range: shift(note.range, base), message: 'other', args: {} };
        });
        const { proof, value, range } = first.note;
        const more = { target: proofTarget(proof, value), related };
        report(first.uri, shift(range, first.base), key, { count: found.length }, more);
      }
    },
  }),
};

const keys = ['date', 'version'] as const;

/** A piece that lacks keys. */
interface Lacking extends Note, Located<string> {
  readonly proof: ResolvedProof;
  readonly lacks: readonly (typeof keys)[number][];
}

function lackingIn(entry: EntryValue): readonly Lacking[] {
  const proofs = 'scenarios' in entry ? entry.scenarios.flatMap((one) => one.proofs) : entry.proofs;
  return proofs.filter(showsSoftware).flatMap((proof) =>
    proof.facts.evidence.flatMap((item) => {
      const place = recorded(item);
      const lacks = keys.filter((key) => (item[key]?.value.trim() ?? '') === '');
      return place && place.value.trim() !== '' && lacks.length > 0 ? [{ ...place, proof, lacks }] : [];
    }),
  );
}

function recorded(item: EvidenceItem): Located<string> | undefined {
  return item.declaration ? undefined : (evidencePath(item) ?? item.link);
}

/** Where the catalogue does not say what is asked for, nothing is. */
function showsSoftware({ proof }: ResolvedProof): boolean {
  return proof !== undefined && proof.types.length > 0 && !proof.types.some((type) => paperTypes.has(type));
}
