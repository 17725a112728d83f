import { didYouMean } from '../../../fixes/replace';
import { sources } from '../../sources';
import { structureProblems } from '../../structure-problems';
import { suggest } from '../../suggestions';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'manifeste/cle-inconnue',
    defaultSeverity: 'error',
    fixable: true,
    since: '0.1.0',
    summary: { fr: 'Une clé n’existe pas à cet endroit.', en: 'A key does not exist at this place.' },
    why: {
      fr: 'Ce qui est écrit sous une clé inconnue serait perdu : ni vérifié, ni déposé.',
      en: 'What is written under an unknown key would be lost: neither checked nor filed.',
    },
    avoid: '- fichiers: preuves/accueil.png',
    prefer: '- fichier: preuves/accueil.png',
    source: sources.format,
    messages: {
      unknown: {
        fr: 'La clé « {key} » n’existe pas dans « {in} ». Clés possibles ici : {keys}.',
        en: 'Key “{key}” does not exist in “{in}”. Keys that may stand here: {keys}.',
      },
      unknownClose: {
        fr: 'La clé « {key} » n’existe pas dans « {in} ». Vouliez-vous dire « {closest} » ?',
        en: 'Key “{key}” does not exist in “{in}”. Did you mean “{closest}”?',
      },
    },
  },
  file(file, report) {
    for (const { range, args, candidates = [] } of structureProblems(file, 'unknownKey')) {
      const near = suggest('unknown', String(args['key']), candidates);
      report(range, near.message, { ...args, ...near.args, keys: candidates.join(', ') }, near.more);
    }
  },
  fixes: didYouMean,
};
