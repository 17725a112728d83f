import { commandUsage } from './command-usage';
import { atDate, outputOption } from './common-options';

export const tasksUsage = commandUsage({
  name: 'tasks',
  group: 'check',
  title: {
    fr: 'dit qui doit fournir quoi, pour quand : liste, calendrier, tableau pour un outil de tickets',
    en: 'tells who has to provide what by when: list, calendar, table for a tool of tickets',
  },
  operands: { form: { fr: '[CHEMIN…]', en: '[PATH…]' }, most: Infinity },
  options: {
    person: {
      kind: 'value',
      value: { fr: 'P', en: 'P' },
      does: { fr: 'ce dont P est responsable seulement (« suivi »)', en: 'only what P is responsible for (“suivi”)' },
    },
    late: { kind: 'flag', does: { fr: 'ce qui est en retard seulement', en: 'only what is late' } },
    format: {
      kind: 'choice',
      choices: ['text', 'json', 'csv', 'ics', 'html'],
      does: {
        fr: 'forme du résultat ; sans elle, celle que dit le nom du fichier, sinon text',
        en: 'form of the result; without it, the one that the name of the file tells, else text',
      },
    },
    output: outputOption(
      { fr: 'FICHIER', en: 'FILE' },
      { fr: 'fichier à écrire, au lieu de la sortie standard', en: 'file to write, instead of standard output' },
    ),
    at: atDate,
    bom: {
      kind: 'flag',
      does: {
        fr: 'CSV : marque d’ordre des octets en tête, pour Excel',
        en: 'CSV: byte order mark at the beginning, for Excel',
      },
    },
    separateur: {
      kind: 'choice',
      choices: [',', ';'],
      without: ',',
      does: { fr: 'CSV : ce qui sépare les colonnes', en: 'CSV: what stands between columns' },
    },
  },
  examples: ['tasks --person AM', 'tasks --late', 'tasks dossier -o equipe.ics', 'tasks --format csv -o tickets.csv'],
  ends: { ok: { fr: 'liste dite ou écrite', en: 'list told or written' } },
});
