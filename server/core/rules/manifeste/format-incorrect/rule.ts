import { clip } from '../../clip';
import { sources } from '../../sources';
import { structureProblems } from '../../structure-problems';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'manifeste/format-incorrect',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une date, une empreinte, un lien ou un numéro n’a pas la forme attendue.',
      en: 'A date, a digest, a link or a number does not have the expected form.',
    },
    why: {
      fr: 'Une date qui n’existe pas ou une empreinte tronquée ne prouve rien.',
      en: 'A date that does not exist or a truncated digest proves nothing.',
    },
    avoid: 'date: 2026-11-31',
    prefer: 'date: 2026-11-30',
    source: sources.format,
    messages: {
      date: {
        fr: '« {value} » n’est pas une date du calendrier : écrivez AAAA-MM-JJ.',
        en: '“{value}” is not a date of the calendar: write YYYY-MM-DD.',
      },
      sha256: {
        fr: 'Une empreinte SHA-256 a 64 chiffres hexadécimaux ; celle-ci a {length} caractères. Recalculez-la.',
        en: 'A SHA-256 digest has 64 hexadecimal digits; this one has {length} characters. Compute it again.',
      },
      sha256Digits: {
        fr: 'Une empreinte SHA-256 n’a que des chiffres hexadécimaux (0-9, a-f). Recalculez-la.',
        en: 'A SHA-256 digest has hexadecimal digits (0-9, a-f) only. Compute it again.',
      },
      fingerprint: {
        fr: 'L’empreinte d’une exigence a 8 chiffres hexadécimaux ; « {value} » n’en est pas une.',
        en: 'The fingerprint of a requirement has 8 hexadecimal digits; “{value}” is none.',
      },
      integer: {
        fr: '« {value} » n’est pas un nombre entier.',
        en: '“{value}” is not a whole number.',
      },
      execution: {
        fr: '« {value} » n’est pas un numéro d’exécution : un nombre entier, à partir de 1, est attendu.',
        en: '“{value}” is not an execution number: a whole number, from 1 on, is expected.',
      },
      url: {
        fr: '« {value} » n’est pas une adresse web complète (https://…).',
        en: '“{value}” is not a complete web address (https://…).',
      },
    },
  },
  file(file, report) {
    for (const { range, args } of structureProblems(file, 'badFormat')) {
      const value = String(args['value']);
      const format = String(args['format']);
      if (format !== 'sha256') report(range, format, { value: clip(value, 80) });
      else if (value.length !== 64) report(range, 'sha256', { length: value.length });
      else report(range, 'sha256Digits');
    }
  },
};
