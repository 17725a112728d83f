import { commandUsage } from './command-usage';
import { atMoment, factsOption, outputOption } from './common-options';

export const reportUsage = commandUsage({
  name: 'report',
  group: 'check',
  title: {
    fr: 'écrit un rapport : avancement, couverture, pièces, constats',
    en: 'writes a report: progress, coverage, evidence, findings',
  },
  operands: { form: { fr: '[CHEMIN]', en: '[PATH]' }, most: 1 },
  needs: { fr: '-o FICHIER.html|xlsx|csv|md', en: '-o FILE.html|xlsx|csv|md' },
  options: {
    output: outputOption(
      { fr: 'FICHIER.html|xlsx|csv|md', en: 'FILE.html|xlsx|csv|md' },
      { fr: 'rapport à écrire, dont le nom dit le format', en: 'report to write, whose name tells the format' },
    ),
    'pour-ans': {
      kind: 'flag',
      does: {
        fr: 'sans note interne ni constat, pour sortir de la maison',
        en: 'without internal notes and findings, to leave the house',
      },
    },
    at: atMoment,
    donnees: factsOption,
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
  examples: ['report -o rapport.html', 'report dossier --pour-ans -o rapport.xlsx'],
  ends: { ok: { fr: 'rapport écrit', en: 'report written' } },
});
