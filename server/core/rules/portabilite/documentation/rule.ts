import { flatValue } from '../../../manifest/flat-values';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'portabilite/documentation',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le format de l’export n’est pas dit ou pas documenté, ou ses réglages manquent.',
      en: 'The format of the export is not told or not documented, or its settings are missing.',
    },
    why: {
      fr: 'Le format doit être lisible, exhaustif, exploitable et documenté ; la profondeur d’historique et le professionnel sont paramétrables.',
      en: 'The format must be readable, complete, usable and documented; depth of history and professional can be set.',
    },
    avoid: 'portabilite:\n  formats: [HL7 CDA]',
    prefer: 'portabilite:\n  formats: [HL7 CDA]\n  documentation: export/format.pdf',
    source: {
      fr: 'Appel à financement §4.5, cité par la FAQ des industriels de l’ANS.',
      en: 'Call for financing §4.5, as quoted in the ANS FAQ for vendors.',
    },
    messages: {
      format: {
        fr: 'Le format de l’export n’est pas indiqué (formats).',
        en: 'The format of the export is not given (formats).',
      },
      document: {
        fr: 'La documentation du format et de la procédure n’est pas citée (documentation).',
        en: 'The documentation of format and procedure is not cited (documentation).',
      },
      setting: {
        fr: 'Ce réglage est dû : la profondeur d’historique et le professionnel concerné doivent être paramétrables.',
        en: 'This setting is owed: it must be possible to set depth of history and the professional concerned.',
      },
    },
  },
  dossier({ main }, report) {
    const section = main.parsed.portability;
    if (!section) return;
    const { values, key } = section.facts;
    const head = shift(key, section.base);
    if (!flatValue(values, 'formats')) report(main.uri, head, 'format');
    if (!flatValue(values, 'documentation')) report(main.uri, head, 'document');
    for (const name of ['periode_parametrable', 'professionnel_parametrable']) {
      const value = flatValue(values, name);
      if (value?.value === 'non') report(main.uri, shift(value.range, section.base), 'setting');
    }
  },
};
