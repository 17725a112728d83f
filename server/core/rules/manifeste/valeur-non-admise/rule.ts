import { didYouMean } from '../../../fixes/replace';
import { sources } from '../../sources';
import { structureProblems } from '../../structure-problems';
import { suggest } from '../../suggestions';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'manifeste/valeur-non-admise',
    defaultSeverity: 'error',
    fixable: true,
    since: '0.1.0',
    summary: { fr: 'Une valeur n’est pas de la liste fermée.', en: 'A value is not in the closed list.' },
    why: {
      fr: 'Un avis ou un statut écrit autrement ne peut pas être compté.',
      en: 'An opinion or a state written otherwise cannot be counted.',
    },
    avoid: 'avis: suffisant',
    prefer: 'avis: suffisante',
    source: sources.format,
    messages: {
      notAllowed: {
        fr: '« {value} » n’est pas admis ici. Valeurs admises : {allowed}.',
        en: '“{value}” is not allowed here. Allowed values: {allowed}.',
      },
      notAllowedClose: {
        fr: '« {value} » n’est pas admis ici. Vouliez-vous dire « {closest} » ? Valeurs admises : {allowed}.',
        en: '“{value}” is not allowed here. Did you mean “{closest}”? Allowed values: {allowed}.',
      },
    },
  },
  file(file, report) {
    for (const { range, args, candidates = [] } of structureProblems(file, 'badValue')) {
      const near = suggest('notAllowed', String(args['value']), candidates);
      report(range, near.message, { ...args, ...near.args }, near.more);
    }
  },
  fixes: didYouMean,
};
