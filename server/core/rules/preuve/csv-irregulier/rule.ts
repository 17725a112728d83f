import { citedFile } from '../../cited-files';
import { asksFor } from '../../expected-type';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/csv-irregulier',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Dans le fichier CSV, des lignes n’ont pas le nombre de colonnes de l’en-tête.',
      en: 'In the CSV file some rows have not as many columns as the header.',
    },
    why: {
      fr: 'C’est le plus souvent un séparateur dans un libellé sans guillemets : la ligne est lue de travers à l’import.',
      en: 'It is mostly a delimiter in a label without quotes: the row is misread on import.',
    },
    looked: {
      fr: 'Est compté le nombre de cellules de chaque ligne, et cherché un guillemet jamais fermé. Ne sont pas regardés : les valeurs, les classeurs, les CSV d’une archive.',
      en: 'What is counted: the cells of each row, and a quote that is never closed is sought. Not looked at: values, workbooks, CSV in an archive.',
    },
    avoid: 'code;libelle;unite\n2160-0;Créatinine ; sang;µmol/L',
    prefer: 'code;libelle;unite\n2160-0;"Créatinine ; sang";µmol/L',
    source: {
      fr: `RFC 4180 (même nombre de champs à chaque ligne). ${sources.content.fr}`,
      en: `RFC 4180 (the same number of fields in each line). ${sources.content.en}`,
    },
    messages: {
      uneven: {
        fr: '« {path} » (séparateur « {delimiter} », {columns, plural, one {# colonne} other {# colonnes}}) a {count, plural, one {une ligne d’une autre longueur, la ligne de données {rows}} other {des lignes d’une autre longueur, les lignes de données {rows}}}. Mettez entre guillemets les champs qui contiennent le séparateur.',
        en: '“{path}” (delimiter “{delimiter}”, {columns, plural, one {# column} other {# columns}}) has {count, plural, one {a row of another length: data row {rows}} other {rows of another length: data rows {rows}}}. Put the fields that contain the delimiter between quotes.',
      },
    },
  },
  evidence(item, report, context) {
    if (!asksFor('fichier_csv', context.proof)) return;
    const file = citedFile(item, context);
    const csv = file?.inspection.csv;
    // With one column there is no table, or a title stands above it.
    if (!file || !csv || csv.columns.length < 2 || csv.unevenRows.length === 0) return;
    const { value: path, range } = file.path;
    const delimiter = csv.delimiter === '\t' ? 'TAB' : csv.delimiter;
    const args = {
      path,
      delimiter,
      columns: csv.columns.length,
      rows: csv.unevenRows.join(', '),
      count: csv.unevenRows.length,
    };
    report(range, 'uneven', args, { target: proofTarget(context.proof, path) });
  },
};
