import { commandUsage } from './command-usage';
import { factsOption, outputOption } from './common-options';

export const importUsage = commandUsage({
  name: 'import',
  group: 'create',
  title: { fr: 'lit un classeur REM officiel', en: 'reads an official REM workbook' },
  operands: { form: { fr: 'CLASSEUR.xlsx', en: 'WORKBOOK.xlsx' }, most: 1 },
  needs: { fr: '-o FICHIER.rem.yaml', en: '-o FILE.rem.yaml' },
  options: {
    output: outputOption(
      { fr: 'FICHIER.rem.yaml', en: 'FILE.rem.yaml' },
      { fr: 'catalogue à écrire', en: 'catalogue to write' },
    ),
    dispositif: {
      kind: 'value',
      value: { fr: 'ID', en: 'ID' },
      without: { fr: 'ce que dit le classeur', en: 'what the workbook says' },
      does: { fr: 'dispositif de ce REM', en: 'dispositif of this REM' },
    },
    version: {
      kind: 'value',
      value: { fr: 'V', en: 'V' },
      does: { fr: 'version ou date de ce REM, telle que publiée', en: 'version or date of this REM, as published' },
    },
    donnees: factsOption,
    strict: {
      kind: 'flag',
      does: {
        fr: 'échoue si quelque chose du classeur est perdu ou ambigu',
        en: 'fails when something of the workbook is lost or ambiguous',
      },
    },
  },
  examples: ['import REM.xlsx --dispositif MDV-LGC-Va2 -o mdv.rem.yaml'],
  ends: {
    ok: { fr: 'catalogue écrit', en: 'catalogue written' },
    findings: {
      fr: 'avec --strict : quelque chose est perdu ou ambigu',
      en: 'with --strict: something is lost or ambiguous',
    },
  },
});
