import type { Dossier, ResolvedProof, ResolvedRequirement, ResolvedScenario } from '../../../dossier/dossier';
import { isReadWhole } from '../../../dossier/manifest-citations';
import { evidencePath, type EvidenceItem } from '../../../manifest/facts';
import { shift, type Located } from '../../../text/offset-range';
import { paperTypes } from '../../paper-types';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
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
  dossier(dossier, report, { softwareVersion }) {
    // A key may stand where the text could not be read.
    if (![dossier.main, ...dossier.fragments].every(({ parsed }) => isReadWhole(parsed))) return;
    const keys = [
      ['date', 'withoutDate'],
      ...((softwareVersion?.trim() ?? '') === '' ? [] : [['version', 'withoutVersion'] as const]),
    ] as const;
    for (const [message, list] of keys) {
      const found = piecesOf(dossier, list);
      const [first, ...others] = found;
      if (!first) continue;
      const related = others
        .slice(0, mostRelated)
        .map(({ uri, range }) => ({ uri, range, message: 'other', args: {} }));
      report(first.uri, first.range, message, { count: found.length }, { target: first.target(), related });
    }
  },
};

/** Pieces of an entry that lack a key; kept while the entry stays. */
interface Lacking {
  readonly withoutDate: readonly Piece[];
  readonly withoutVersion: readonly Piece[];
}

interface Piece {
  readonly proof: ResolvedProof;
  readonly place: Located<string>;
}

const kept = new WeakMap<ResolvedRequirement | ResolvedScenario, Lacking>();

function piecesOf({ requirements, coreScenarios }: Dossier, list: keyof Lacking) {
  return [...requirements, ...coreScenarios].flatMap(({ uri, base, value }) => {
    let lacking = kept.get(value);
    if (!lacking) kept.set(value, (lacking = lackingIn(value)));
    return lacking[list].map(({ proof, place }) => ({
      uri,
      range: shift(place.range, base),
      target: () => proofTarget(proof, place.value),
    }));
  });
}

function lackingIn(entry: ResolvedRequirement | ResolvedScenario): Lacking {
  const proofs = 'scenarios' in entry ? entry.scenarios.flatMap((one) => one.proofs) : entry.proofs;
  const pieces = proofs.filter(showsSoftware).flatMap((proof) =>
    proof.facts.evidence.flatMap((item) => {
      const place = recorded(item);
      return place && place.value.trim() !== '' ? [{ proof, place, item }] : [];
    }),
  );
  const without = (key: 'date' | 'version') => pieces.filter(({ item }) => (item[key]?.value.trim() ?? '') === '');
  return { withoutDate: without('date'), withoutVersion: without('version') };
}

function recorded(item: EvidenceItem): Located<string> | undefined {
  return item.declaration ? undefined : (evidencePath(item) ?? item.link);
}

/** Where the catalogue does not say what is asked for, nothing is. */
function showsSoftware({ proof }: ResolvedProof): boolean {
  return proof !== undefined && proof.types.length > 0 && !proof.types.some((type) => paperTypes.has(type));
}
