import { hasWrongLoincDigit } from '../../../identifiers/loinc';
import { citedFile } from '../../cited-files';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/code-loinc',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un code LOINC de la pièce n’a pas la bonne clé.',
      en: 'A LOINC code of the evidence has not the right check digit.',
    },
    why: {
      fr: 'Le chiffre après le tiret se calcule des autres : un code qui ne le suit pas est mal recopié, et n’existe pas. Sont regardés les codes des CDA placés sous l’OID de LOINC (en-tête et corps), et l’en-tête X-MSS-CODECDA des courriels. L’outil ne connaît pas la liste des codes : une clé juste ne prouve pas qu’un code existe, ni qu’il convient. Les fichiers CSV, les messages HL7 et les CDA placés dans une archive ne sont pas regardés.',
      en: 'The digit behind the hyphen follows from the others: a code that does not agree was copied wrongly, and does not exist. What is looked at are the codes of CDA under the OID of LOINC (header and body), and the header X-MSS-CODECDA of e-mails. The tool does not know the list of codes: a right digit proves neither that a code exists nor that it is the right one. CSV files, HL7 messages and CDA inside an archive are not looked at.',
    },
    avoid: 'X-MSS-CODECDA: 11490-1',
    prefer: 'X-MSS-CODECDA: 11490-0',
    source: {
      fr: 'LOINC Users’ Guide : clé modulo 10.',
      en: 'LOINC Users’ Guide: mod 10 check digit.',
    },
    messages: {
      inDocument: {
        fr: 'Dans « {path} », {codes} n’a pas la clé d’un code LOINC (ligne {line}) : corrigez le code.',
        en: 'In “{path}” {codes} has not the check digit of a LOINC code (line {line}): correct the code.',
      },
      inHeader: {
        fr: 'Dans « {path} », X-MSS-CODECDA donne {codes}, qui n’a pas la clé d’un code LOINC : corrigez le code.',
        en: 'In “{path}” X-MSS-CODECDA gives {codes}, which has not the check digit of a LOINC code: correct the code.',
      },
    },
  },
  evidence(item, report, context) {
    const file = citedFile(item, context);
    if (!file) return;
    const { value: path, range } = file.path;
    const target = proofTarget(context.proof, path);
    const say = (message: string, codes: readonly string[], line?: number): void => {
      if (codes.length === 0) return;
      report(
        range,
        message,
        { path, codes: [...new Set(codes)].slice(0, 5).join(', '), line: line ?? '?' },
        { effect: 'review', target },
      );
    };
    const inDocument = file.inspection.cda?.suspectLoinc ?? [];
    say(
      'inDocument',
      inDocument.map(({ code }) => code),
      inDocument[0]?.line,
    );
    const header = file.inspection.mail?.headers['x-mss-codecda'] ?? '';
    say('inHeader', header.split(/[\s,;]+/).filter(hasWrongLoincDigit));
  },
};
