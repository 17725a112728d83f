import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'portabilite/perimetre',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'L’export de portabilité ne couvre pas tout ce qui est dû.',
      en: 'The portability export does not cover all that is owed.',
    },
    why: {
      fr: 'Sont dus : les documents listés par le DSR, nom, prénom, date de naissance et sexe, et, s’ils sont stockés, l’INS, la date de production et le type.',
      en: 'Owed are: the documents that the DSR lists, names, birth date and sex, and, where stored, the INS, the date of production and the type.',
    },
    avoid: 'portabilite:\n  perimetre: [documents]',
    prefer: 'portabilite:\n  perimetre: [documents, traits, ins, date, type]',
    source: {
      fr: 'Appel à financement §4.5, cité par la FAQ des industriels de l’ANS.',
      en: 'Call for financing §4.5, as quoted in the ANS FAQ for vendors.',
    },
    messages: {
      missing: {
        fr: 'L’export ne couvre pas : {listFr}. Ajoutez-les au périmètre, ou à non_stockes si le logiciel ne les stocke pas.',
        en: 'The export does not cover: {listEn}. Add them to perimetre, or to non_stockes if the software does not store them.',
      },
    },
  },
  dossier({ main }, report) {
    const section = main.parsed.portability;
    if (!section) return;
    const values = section.facts.values.filter(({ key }) => key === 'perimetre' || key === 'non_stockes');
    const told = new Set(values.map(({ value }) => value));
    const missing = owed.filter(([id]) => !told.has(id));
    if (missing.length === 0) return;
    const args = { listFr: missing.map(([, fr]) => fr).join(', '), listEn: missing.map(([, , en]) => en).join(', ') };
    report(main.uri, shift(section.facts.key, section.base), 'missing', args);
  },
};

const owed: readonly (readonly [id: string, fr: string, en: string])[] = [
  ['documents', 'les documents du DSR', 'the documents of the DSR'],
  ['traits', 'les traits d’identité', 'the identity traits'],
  ['ins', 'l’INS', 'the INS'],
  ['date', 'la date de production', 'the date of production'],
  ['type', 'le type de donnée', 'the type of data'],
];
