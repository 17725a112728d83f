import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'administratif/composant-tiers',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un composant tiers certifié est déclaré sans son NIL, ou un moteur EAI sans demande au CNDA.',
      en: 'A certified third-party component is declared without its NIL, or an EAI engine without a CNDA request.',
    },
    why: {
      fr: 'Le NIL du composant certifié tient lieu de demande propre au CNDA ; un moteur EAI embarqué n’en dispense pas.',
      en: 'The NIL of a certified component stands for a CNDA request of one’s own; an embedded EAI engine does not spare it.',
    },
    avoid: 'administratif:\n  composants_tiers:\n    - { nom: Module DMP, certifie: oui }',
    prefer: 'administratif:\n  composants_tiers:\n    - { nom: Module DMP, certifie: oui, nil: "…" }',
    source: { fr: 'FAQ des industriels de l’ANS.', en: 'ANS FAQ for vendors.' },
    messages: {
      nil: {
        fr: 'Le composant « {name} » est certifié par le CNDA : donnez son NIL.',
        en: 'Component “{name}” is certified by the CNDA: give its NIL.',
      },
      eai: {
        fr: 'Le moteur EAI « {name} » est embarqué : il doit être homologué, et aucune demande ne figure sous agrements.',
        en: 'EAI engine “{name}” is embedded: it must be approved, and no request stands under agrements.',
      },
    },
  },
  dossier({ main }, report) {
    const section = main.parsed.administrative;
    if (!section) return;
    const prefix = 'composants_tiers.';
    const values = section.facts.values.filter(({ key }) => key.startsWith(prefix));
    for (const item of new Set(values.map((each) => each.item))) {
      const of = (key: string) => values.find((each) => each.item === item && each.key === `${prefix}${key}`);
      const name = of('nom');
      if (!name) continue;
      const range = shift(name.range, section.base);
      if (of('certifie')?.value === 'oui' && !of('nil')?.value) report(main.uri, range, 'nil', { name: name.value });
      if (of('moteur_eai')?.value === 'oui' && main.parsed.approvals.length === 0)
        report(main.uri, range, 'eai', { name: name.value });
    }
  },
};
