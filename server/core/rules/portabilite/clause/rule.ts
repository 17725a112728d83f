import { flatMapKey, flatValue } from '../../../manifest/flat-values';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'portabilite/clause',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La clause de portabilité des CGU manque ou n’accorde pas ce qui est dû.',
      en: 'The portability clause of the terms is missing or does not grant what is owed.',
    },
    why: {
      fr: 'La clause joue sans surcoût, au moins une fois par an et au changement de fournisseur.',
      en: 'The clause holds at no extra cost, at least once a year and on a change of supplier.',
    },
    avoid: 'portabilite:\n  clause: { sans_surcout: non }',
    prefer:
      'portabilite:\n  clause: { piece: cgu.pdf, sans_surcout: oui, fois_par_an: 1, changement_fournisseur: oui }',
    source: {
      fr: 'Appel à financement §4.5, cité par la FAQ des industriels de l’ANS.',
      en: 'Call for financing §4.5, as quoted in the ANS FAQ for vendors.',
    },
    messages: {
      absent: {
        fr: 'La clause de portabilité des CGU n’est pas décrite (clause).',
        en: 'The portability clause of the terms is not described (clause).',
      },
      document: {
        fr: 'Citez les CGU qui portent la clause (clause.piece).',
        en: 'Cite the terms that hold the clause (clause.piece).',
      },
      cost: {
        fr: 'La portabilité ne peut rien coûter de plus au client sur le périmètre dû.',
        en: 'Portability may cost the client nothing more on the scope that is owed.',
      },
      yearly: {
        fr: 'La clause doit pouvoir jouer au moins une fois par an.',
        en: 'It must be possible to use the clause at least once a year.',
      },
      change: {
        fr: 'La clause doit aussi jouer au changement de fournisseur.',
        en: 'The clause must also hold on a change of supplier.',
      },
    },
  },
  dossier({ main }, report) {
    const section = main.parsed.portability;
    if (!section) return;
    const { values, key } = section.facts;
    const clause = flatMapKey(values, 'clause');
    if (!clause) {
      report(main.uri, shift(key, section.base), 'absent');
      return;
    }
    if (!flatValue(values, 'clause.piece')) report(main.uri, shift(clause.range, section.base), 'document');
    const refused = (name: string, value: string, message: string) => {
      const written = flatValue(values, `clause.${name}`);
      if (written?.value === value) report(main.uri, shift(written.range, section.base), message);
    };
    refused('sans_surcout', 'non', 'cost');
    refused('fois_par_an', '0', 'yearly');
    refused('changement_fournisseur', 'non', 'change');
  },
};
