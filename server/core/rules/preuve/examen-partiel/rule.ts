import { examinedOf, type LeftReason } from '../../../evidence/examined';
import { safePiecePath } from '../../../evidence/evidence-path';
import type { EvidenceContent } from '../../../evidence/evidence-file';
import type { Related } from '../../../findings/finding';
import { clipList } from '../../clip';
import { citedFiles } from '../../../manifest/entry-citations';
import { shift, type Located } from '../../../text/offset-range';
import { otherPapers } from '../../cited-paths';
import type { EntryContext, Note, Rule } from '../../rule';
import { sources } from '../../sources';
import { taking } from '../../taking-notes';

/** Places shown with a finding. */
const mostRelated = 50;

/** What a finding tells. Of pictures and films it is said at each piece: every dossier has many, and nothing is amiss. */
const told = [
  'kind',
  'limit',
  'encrypted',
  'damaged',
  'stopped',
  'scan',
  'browser',
] as const satisfies readonly LeftReason[];

const pieces = {
  fr: '{count, plural, one {# pièce n’a pas été lue} other {# pièces n’ont pas été lues}} en entier',
  en: '{count, plural, one {# piece of evidence was not read whole} other {# pieces of evidence were not read whole}}',
};
const unsaid = {
  fr: 'L’absence de constat n’y dit rien de ce qui n’a pas été lu.',
  en: 'That nothing was found says nothing of what was not read.',
};
const because = (frWhy: string, frDo: string, enWhy: string, enDo: string): { fr: string; en: string } => ({
  fr: `${pieces.fr}, ${frWhy} : {paths}. ${unsaid.fr} ${frDo}`,
  en: `${pieces.en}, ${enWhy}: {paths}. ${unsaid.en} ${enDo}`,
});

export const rule: Rule = {
  meta: {
    id: 'preuve/examen-partiel',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Des pièces n’ont pas été lues, ou ne l’ont été qu’en partie.',
      en: 'Some evidence was not read, or only in part.',
    },
    why: {
      fr: 'Ne rien signaler peut vouloir dire qu’il n’y a rien, ou que l’outil n’a pas regardé : il dit ici ce qu’il a laissé, une fois par raison. Rien n’est reproché à la pièce, et le dépôt n’est pas empêché. Les images et les films sont regardés dans leur forme seulement, sauf si la lecture des images est demandée (réglage « segurPreuves.lireLesImages », option « --images ») ; cela se lit à chaque pièce et n’est pas signalé ici.',
      en: 'Silence may mean that there is nothing, or that the tool did not look: here it tells what it left, once for each reason. The evidence is not blamed, and filing is not blocked. Of pictures and films only the form is looked at, unless reading pictures is asked for (setting “segurPreuves.lireLesImages”, option “--images”); that is told at each piece and not reported here.',
    },
    avoid: '- fichier: preuves/INS/journaux.7z',
    prefer: '- fichier: preuves/INS/journaux.zip',
    source: sources.content,
    messages: {
      kind: because(
        'car rien ici ne lit ce genre de contenu',
        'Faites-en la lecture vous-même, ou choisissez un format courant (ZIP plutôt que 7z).',
        'since nothing here reads such content',
        'Read them yourself, or file them in a common format (ZIP rather than 7z).',
      ),
      limit: because(
        'car une limite de lecture est atteinte (taille, nombre de parties ou de pages)',
        'Faites-en la lecture vous-même, ou gardez-en seulement ce qui prouve.',
        'since a limit of reading is met (size, number of parts or pages)',
        'Read them yourself, or cut them down to what proves.',
      ),
      encrypted: because(
        'car un contenu y est chiffré',
        'Déposez sans mot de passe : l’examinateur ne l’a pas.',
        'since some of their content is encrypted',
        'File them without a password: the examiner does not have it.',
      ),
      damaged: because(
        'car un contenu y est endommagé',
        'Enregistrez-le de nouveau.',
        'since some of their content is damaged',
        'Save it anew.',
      ),
      stopped: because(
        'car la lecture s’est arrêtée avant la fin',
        'Relancez le contrôle, ou faites-en la lecture vous-même.',
        'since their reading stopped before the end',
        'Run the check again, or read them yourself.',
      ),
      browser: because(
        'car le contenu des pièces n’est pas lu dans le navigateur',
        'Avant de déposer, ouvrez le dossier dans VS Code sur votre poste, ou lancez « segur-preuves check ».',
        'since the content of evidence is not read in the browser',
        'Before filing, open the dossier in VS Code on your machine, or run “segur-preuves check”.',
      ),
      scan: because(
        'car des pages y sont des images, sans texte',
        'Faites-en la lecture vous-même, ou déposez le PDF d’origine.',
        'since their pages are pictures, without text',
        'Read them yourself, or file the original PDF.',
      ),
      piece: { fr: 'Citée ici.', en: 'Cited here.' },
    },
  },
  ...taking<LeftPiece>({
    notes: (entry, context) => [...citedFiles(entry.facts)].flatMap((path) => leftOf(path, context)),
    noted(notes, { main }, report, context) {
      const papers = otherPapers(main.parsed).flatMap((path) => leftOf(path, context));
      const all = [...notes, ...papers.map((note) => ({ uri: main.uri, base: 0, note }))];
      const head = main.parsed.keys.find(({ value }) => value === 'dossier')?.range ?? { start: 0, end: 1 };
      for (const reason of told) {
        const pieces = new Map<string, Related>();
        for (const { uri, base, note } of all) {
          if (!note.reasons.includes(reason) || pieces.has(note.path)) continue;
          pieces.set(note.path, { uri, range: shift(note.range, base), message: 'piece', args: {} });
        }
        if (pieces.size === 0) continue;
        const related = [...pieces.values()].slice(0, mostRelated);
        report(main.uri, head, reason, { count: pieces.size, paths: clipList([...pieces.keys()]) }, { related });
      }
    },
  }),
};

/** A piece of which something was not read. */
interface LeftPiece extends Note {
  readonly path: string;
  readonly reasons: readonly LeftReason[];
}

function leftOf({ value, range }: Located<string>, context: Pick<EntryContext, 'evidenceFile'>): readonly LeftPiece[] {
  const path = safePiecePath(value);
  const file = path === undefined ? undefined : context.evidenceFile(path);
  if (path === undefined || file?.state !== 'file' || file.size === 0) return [];
  const reasons = reasonsOf(file);
  return reasons.length === 0 ? [] : [{ path, range, reasons }];
}

/** What is to be told of a file; a file that is damaged or encrypted itself is told by preuve/fichier-endommage. */
function reasonsOf(file: EvidenceContent): readonly LeftReason[] {
  const left = examinedOf(file)?.left ?? [];
  const own = file.inspection?.damage === undefined ? undefined : ['damaged', 'encrypted'];
  return left.flatMap(({ reason, parts }) => (parts.length === 0 && own?.includes(reason) === true ? [] : [reason]));
}
