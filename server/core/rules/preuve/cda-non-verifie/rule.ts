import type { CdaControl, CdaUnverifiedReason } from '../../../evidence/cda-control';
import { safePiecePath } from '../../../evidence/evidence-path';
import type { Related } from '../../../findings/finding';
import { citedFiles } from '../../../manifest/entry-citations';
import { shift, type Located } from '../../../text/offset-range';
import { clipList } from '../../clip';
import { otherPapers } from '../../cited-paths';
import type { EntryContext, Note, Rule } from '../../rule';
import { taking } from '../../taking-notes';

/** Places shown with a finding. */
const mostRelated = 50;

/** In this order; several reasons of the documents may be one of these. */
const told = [
  'folderAbsent',
  'schemaAbsent',
  'voletUnknown',
  'versionUnknown',
  'unstructured',
  'incomplete',
  'valueSet',
  'expression',
  'unreadable',
] as const;
type Told = (typeof told)[number];

const toldAs: Readonly<Record<CdaUnverifiedReason, Told>> = {
  folderAbsent: 'folderAbsent',
  schemaAbsent: 'schemaAbsent',
  schemaDamaged: 'schemaAbsent',
  voletUnknown: 'voletUnknown',
  versionUnknown: 'versionUnknown',
  unstructured: 'unstructured',
  includeAbsent: 'incomplete',
  includeEmpty: 'incomplete',
  includeDamaged: 'incomplete',
  patternAbsent: 'incomplete',
  schematronDamaged: 'incomplete',
  valueSet: 'valueSet',
  expression: 'expression',
  damaged: 'unreadable',
  tooLarge: 'unreadable',
  stopped: 'unreadable',
};

const documents = {
  fr: '{count, plural, one {# pièce porte un CDA qui n’est pas vérifié} other {# pièces portent des CDA qui ne sont pas vérifiés}}',
  en: '{count, plural, one {# piece holds a CDA that is not verified} other {# pieces hold CDA that is not verified}}',
};
const because = (fr: string, en: string): { fr: string; en: string } => ({
  fr: `${documents.fr}, ou pas entièrement : ${fr} Rien n’y est tenu pour conforme.`,
  en: `${documents.en}, or not wholly: ${en} Nothing of it is taken for conforming.`,
});

export const rule: Rule = {
  meta: {
    id: 'preuve/cda-non-verifie',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Des CDA n’ont pas pu être confrontés à leur schéma ou à leur volet, ou pas entièrement.',
      en: 'Some CDA could not be held against its schema or its volet, or not wholly.',
    },
    why: {
      fr: 'Le silence pourrait passer pour une réussite : ce qui n’a pas été vérifié est dit, une fois par raison, avec les pièces. Sont dits : un dossier de schémas absent, un schéma CDA absent, un volet inconnu ou d’une autre version, un corps non structuré, un fichier que le schématron inclut et qui est absent ou vide, un jeu de valeurs absent ou vide, une expression que rien ici n’évalue, un document illisible. Rien n’est reproché à la pièce. Le contrôle n’a lieu que si un dossier de schémas est désigné (`controle.cda`, `segurPreuves.controleCda`, `check --cisis`).',
      en: 'Silence might pass for success: what was not verified is told, once for each reason, with the pieces. Told are: a missing folder of schemas, a missing CDA schema, a volet that is unknown or of another version, an unstructured body, a file that the schematron includes and that is missing or empty, a set of values that is missing or empty, an expression that nothing here evaluates, an unreadable document. The evidence is not blamed. The check takes place only where a folder of schemas is named (`controle.cda`, `segurPreuves.controleCda`, `check --cisis`).',
    },
    looked: {
      fr: 'Sont regardés les CDA que l’outil ouvre, dans un fichier, une archive, un courriel ou un OBX-5. Ne sont pas exécutés : les profils et StrucMin.',
      en: 'What is looked at: the CDA that the tool opens, in a file, an archive, a mail or an OBX-5. Not run: profiles and StrucMin.',
    },
    avoid: '- fichier: preuves/CISIS/document.xml   # templateId sans version',
    prefer: '- fichier: preuves/CISIS/document.xml   # templateId du volet, avec sa version',
    source: {
      fr: 'Schéma CDA, schématrons et jeux de valeurs du dossier que l’équipe désigne (dépôt public TestContenuCDA de l’ANS).',
      en: 'CDA schema, schematrons and sets of values of the folder that the team names (ANS’s public repository TestContenuCDA).',
    },
    messages: {
      folderAbsent: because(
        'le dossier désigné ({names}) n’existe pas ou n’a pas de schématron. Désignez le dépôt TestContenuCDA de l’ANS, téléchargé en entier.',
        'the folder that is named ({names}) does not exist or has no schematron. Name ANS’s repository TestContenuCDA, downloaded whole.',
      ),
      schemaAbsent: because(
        'le schéma CDA manque au dossier désigné, ou ne peut pas être lu ({names}). Téléchargez le dépôt en entier.',
        'the CDA schema is missing from the folder that is named, or cannot be read ({names}). Download the whole repository.',
      ),
      voletUnknown: because(
        'aucun volet du dossier ne correspond aux templateId de l’en-tête ({names}). Vérifiez le templateId, ou mettez à jour le dépôt.',
        'no volet of the folder fits the templateIds of the header ({names}). Check the templateId, or update the repository.',
      ),
      versionUnknown: because(
        'l’en-tête nomme un volet sans version, ou dans une version que le dossier n’a pas (il a : {names}). Écrivez la version du volet dans « extension » du templateId.',
        'the header names a volet without version, or in a version that the folder does not have (it has: {names}). Write the version of the volet in “extension” of the templateId.',
      ),
      unstructured: because(
        'le corps n’est pas structuré (CDA de niveau 1), alors que le schématron du volet porte sur un corps structuré ({names}).',
        'the body is not structured (level 1 CDA), whereas the schematron of the volet is about a structured one ({names}).',
      ),
      incomplete: because(
        'des fichiers ou des motifs du schématron manquent, sont vides ou illisibles ({names}). Téléchargez le dépôt en entier ; s’ils y manquent aussi, validez dans l’espace de tests.',
        'files or patterns of the schematron are missing, empty or unreadable ({names}). Download the whole repository; where they are missing there too, validate in the test space.',
      ),
      valueSet: because(
        'des jeux de valeurs sont absents, vides ou illisibles ({names}). Téléchargez le dépôt en entier.',
        'sets of values are missing, empty or unreadable ({names}). Download the whole repository.',
      ),
      expression: because(
        'des expressions du schématron n’ont pas de valeur ici ({names}). Validez dans l’espace de tests.',
        'expressions of the schematron have no value here ({names}). Validate in the test space.',
      ),
      unreadable: because(
        'le document est illisible ou trop grand pour être contrôlé ({names}). Enregistrez-le de nouveau, ou validez dans l’espace de tests.',
        'the document is unreadable or too large to be checked ({names}). Save it anew, or validate in the test space.',
      ),
      piece: { fr: 'Citée ici.', en: 'Cited here.' },
      coverage: {
        fr: 'Citée ici. Volet {volet} : {assertions, plural, one {# assertion, } other {# assertions, }}{evaluated, plural, =0 {aucune évaluée} one {# évaluée} other {# évaluées}}, {notEvaluable, plural, =0 {aucune non évaluable} one {# non évaluable} other {# non évaluables}}, {failed, plural, =0 {aucun échec} one {# échec} other {# échecs}}.',
        en: 'Cited here. Volet {volet}: {assertions, plural, one {# assertion, } other {# assertions, }}{evaluated, number} evaluated, {notEvaluable, number} not evaluable, {failed, plural, =0 {no failure} one {# failure} other {# failures}}.',
      },
    },
  },
  ...taking<UnverifiedPiece>({
    notes: (entry, context) => [...citedFiles(entry.facts)].flatMap((path) => unverifiedOf(path, context)),
    noted(notes, { main }, report, context) {
      const papers = otherPapers(main.parsed).flatMap((path) => unverifiedOf(path, context));
      const all = [...notes, ...papers.map((note) => ({ uri: main.uri, base: 0, note }))];
      const head = main.parsed.keys.find(({ value }) => value === 'dossier')?.range ?? { start: 0, end: 1 };
      for (const reason of told) {
        const pieces = new Map<string, Related>();
        const names = new Set<string>();
        for (const { uri, base, note } of all) {
          if (note.reason !== reason) continue;
          for (const name of note.names) names.add(name);
          if (!pieces.has(note.path)) pieces.set(note.path, placeOf(note, uri, base));
        }
        if (pieces.size === 0) continue;
        const related = [...pieces.values()].slice(0, mostRelated);
        report(main.uri, head, reason, { count: pieces.size, names: clipList([...names]) }, { related });
      }
    },
  }),
};

/** A piece with a document of which something was not verified, for one reason. */
interface UnverifiedPiece extends Note {
  readonly path: string;
  readonly reason: Told;
  readonly names: readonly string[];
  readonly control: CdaControl;
}

function placeOf({ range, control: { volet } }: UnverifiedPiece, uri: string, base: number): Related {
  const place = { uri, range: shift(range, base) };
  if (!volet) return { ...place, message: 'piece', args: {} };
  const { name, assertions, notEvaluable, failed } = volet;
  const args = { volet: name, assertions, notEvaluable, failed, evaluated: assertions - notEvaluable };
  return { ...place, message: 'coverage', args };
}

function unverifiedOf(
  { value, range }: Located<string>,
  context: Pick<EntryContext, 'evidenceFile'>,
): readonly UnverifiedPiece[] {
  const path = safePiecePath(value);
  const file = path === undefined ? undefined : context.evidenceFile(path);
  if (path === undefined || file?.state !== 'file') return [];
  return (file.inspection?.cdaControls ?? []).flatMap((control) =>
    control.unverified.map(({ reason, names }) => ({
      path,
      range,
      reason: toldAs[reason],
      names: names.length > 0 ? names : [control.where === undefined ? path : `${path} › ${control.where}`],
      control,
    })),
  );
}
