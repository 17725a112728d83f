import { commandUsage } from './command-usage';
import { formatOption } from './common-options';

export const threadsUsage = commandUsage({
  name: 'threads',
  group: 'check',
  title: {
    fr: 'liste les discussions de l’équipe au sujet des preuves',
    en: 'lists the team’s threads about proofs',
  },
  operands: { form: { fr: '[CHEMIN…]', en: '[PATH…]' }, most: Infinity },
  options: {
    all: { kind: 'flag', does: { fr: 'celles qui sont closes aussi', en: 'those that are closed, too' } },
    about: {
      kind: 'value',
      value: { fr: 'ID', en: 'ID' },
      does: {
        fr: 'celles d’une exigence, d’un scénario ou d’une preuve seulement, et de ce qui est dessous',
        en: 'those of a requirement, a scenario or a proof only, and of what is under it',
      },
    },
    format: formatOption('text', 'json'),
  },
  examples: ['threads', 'threads --about INS/va1.56 --all', 'threads dossier --format json'],
  ends: { ok: { fr: 'discussions listées', en: 'threads listed' } },
});
