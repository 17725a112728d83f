import type { CdaControl, CdaFailure } from '../../../evidence/cda-control';
import type { Severity } from '../../../findings/severity';
import { clip } from '../../clip';
import { citedFile } from '../../cited-files';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

/** Failures told of one piece; how many more there are is told too. */
const mostTold = 50;
const longestWords = 700;
const longestTest = 300;

const complement = {
  fr: 'Corrigez le document et validez-le dans l’espace de tests, dont les validateurs décident.',
  en: 'Correct the document and validate it in the test space, whose validators decide.',
};
const failed = (fr: string, en: string): { fr: string; en: string } => ({
  fr: `« {place} », ${fr}. ${complement.fr}`,
  en: `“{place}”, ${en}. ${complement.en}`,
});
const alsoFr = '{others, plural, =0 {} one { (et # autre endroit)} other { (et # autres endroits)}}';
const alsoEn = '{others, plural, =0 {} one { (and # other place)} other { (and # other places)}}';

export const rule: Rule = {
  meta: {
    id: 'preuve/cda-non-conforme',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un CDA ne passe pas un contrôle du schéma CDA ou du schématron de son volet, dans la copie de l’équipe.',
      en: 'A CDA fails a check of the CDA schema or of the schematron of its volet, in the team’s copy.',
    },
    why: {
      fr: 'Ce sont les contrôles que l’ANS publie : ce qui échoue ici échouera sans doute dans l’espace de tests. Le contrôle a lieu sur votre poste, sans réseau, si `controle.cda` de `segur.config.yaml`, le réglage `segurPreuves.controleCda` ou `check --cisis` nomme le dossier du dépôt TestContenuCDA téléchargé. Sont lus : le document lui-même, ceux d’une archive, d’un courriel, d’un OBX-5 ; son schéma, et le schématron que nomment ses templateId, avec les jeux de valeurs (code et système de codage, pas le libellé). Les mots de chaque constat sont ceux du schématron. Qu’aucun contrôle n’échoue ne fait pas une conformité : ces contrôles voient peu des petites altérations, et ils complètent les validateurs de l’espace de tests sans les remplacer.',
      en: 'These are the checks that ANS publishes: what fails here will probably fail in the test space. They run on your machine, without network, where `controle.cda` of `segur.config.yaml`, the setting `segurPreuves.controleCda` or `check --cisis` names the folder of the downloaded repository TestContenuCDA. What is read: the document itself, those of an archive, a mail, an OBX-5; its schema, and the schematron that its templateIds name, with sets of values (code and code system, not the display name). The words of each finding are those of the schematron. That no check fails is no conformity: these checks see few small alterations, and they complement the validators of the test space without replacing them.',
    },
    avoid: '- fichier: preuves/CISIS/vaccination.xml   # code hors du jeu de valeurs du volet',
    prefer: '- fichier: preuves/CISIS/vaccination.xml   # code du jeu de valeurs',
    source: {
      fr: 'Schéma CDA, schématrons et jeux de valeurs du dossier que l’équipe désigne (dépôt public TestContenuCDA de l’ANS), lus tels quels.',
      en: 'CDA schema, schematrons and sets of values of the folder that the team names (ANS’s public repository TestContenuCDA), read as they are.',
    },
    messages: {
      volet: failed(
        `ligne {line}, colonne {column}${alsoFr}, volet {volet}, motif « {pattern} » : {words} Nœud : {node} ; XPath : {test}`,
        `line {line}, column {column}${alsoEn}, volet {volet}, pattern “{pattern}”: {words} Node: {node}; XPath: {test}`,
      ),
      schema: failed(
        'ligne {line}, n’est pas conforme au schéma CDA : {words}',
        'line {line}, does not fit the CDA schema: {words}',
      ),
      more: {
        fr: '« {path} » : {count, plural, one {# autre contrôle échoue} other {# autres contrôles échouent}} dans les CDA de cette pièce. Corrigez les premiers, puis vérifiez de nouveau.',
        en: '“{path}”: {count, plural, one {# other check fails} other {# other checks fail}} in the CDA of this piece. Correct the first ones, then check again.',
      },
    },
  },
  evidence(item, report, context) {
    const file = citedFile(item, context);
    if (!file) return;
    const { value: path, range } = file.path;
    const all = (file.inspection.cdaControls ?? []).flatMap((control) =>
      control.failures.map((failure) => ({ control, failure })),
    );
    const target = proofTarget(context.proof, path);
    for (const { control, failure } of all.slice(0, mostTold)) {
      const details = { severity: severityOf(failure), effect: 'review', target } as const;
      report(range, failure.by, argumentsOf(path, control, failure), details);
    }
    const count = all.length - mostTold;
    if (count > 0) report(range, 'more', { path, count }, { effect: 'review', target });
  },
};

/** What a schematron calls a word of information is none of a fault. */
function severityOf({ role = '' }: CdaFailure): Severity {
  return /^info/i.test(role.trim()) ? 'info' : 'warning';
}

function argumentsOf(path: string, { where, volet }: CdaControl, failure: CdaFailure): Record<string, string | number> {
  const words = clip(failure.message, longestWords);
  return {
    place: where === undefined ? path : `${path} › ${where}`,
    line: failure.line ?? '?',
    column: failure.column ?? '?',
    others: failure.others ?? 0,
    volet: volet?.name ?? '',
    pattern: failure.pattern ?? '',
    words:
      /[.!?…]$/.test(words) || failure.by === 'schema'
        ? words.replace(/\.$/, failure.by === 'schema' ? '' : '.')
        : `${words}.`,
    node: failure.path ?? '',
    test: clip(failure.test ?? '', longestTest),
  };
}
