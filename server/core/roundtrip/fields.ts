import type { Sentence } from '../messages/say';
import { reviewOpinions } from '../manifest/manifest-shape';
import { workStates } from '../manifest/follow-up-shape';

/** A value that a colleague may edit in the report workbook; keys of the format, those of a review with their section. */
export const fields = [
  'responsable',
  'pour_le',
  'travail',
  'date',
  'version',
  'commentaire',
  'note_interne',
  'revue.par',
  'revue.le',
  'revue.avis',
] as const;
export type Field = (typeof fields)[number];

/** What a field holds. Words are those of the format, by what they are called. */
export type FieldKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'words'; readonly words: readonly (readonly [value: string, label: Sentence])[] };

const date = { kind: 'date' } as const;
const text = { kind: 'text' } as const;

const workLabels: Readonly<Record<(typeof workStates)[number], Sentence>> = {
  'à faire': { fr: 'à faire', en: 'to do' },
  'en cours': { fr: 'en cours', en: 'in progress' },
  'à vérifier': { fr: 'à vérifier', en: 'to check' },
  fait: { fr: 'fait', en: 'done' },
};

const opinionLabels: Readonly<Record<(typeof reviewOpinions)[number], Sentence>> = {
  suffisante: { fr: 'suffisante', en: 'sufficient' },
  insuffisante: { fr: 'insuffisante', en: 'insufficient' },
};

export const fieldKinds: Readonly<Record<Field, FieldKind>> = {
  responsable: text,
  pour_le: date,
  travail: { kind: 'words', words: workStates.map((state) => [state, workLabels[state]]) },
  date,
  version: text,
  commentaire: text,
  note_interne: text,
  'revue.par': text,
  'revue.le': date,
  'revue.avis': { kind: 'words', words: reviewOpinions.map((opinion) => [opinion, opinionLabels[opinion]]) },
};

/** The three that are written together: who, when and what was judged. */
export const reviewFields = ['revue.par', 'revue.le', 'revue.avis'] as const satisfies readonly Field[];

export const fieldNames: Readonly<Record<Field, Sentence>> = {
  responsable: { fr: 'Responsable', en: 'Responsible' },
  pour_le: { fr: 'Échéance', en: 'Due date' },
  travail: { fr: 'Avancement', en: 'Progress' },
  date: { fr: 'Date', en: 'Date' },
  version: { fr: 'Version', en: 'Version' },
  commentaire: { fr: 'Commentaire pour l’instructeur', en: 'Comment for the examiner' },
  note_interne: { fr: 'Note interne', en: 'Internal note' },
  'revue.par': { fr: 'Revue par', en: 'Reviewed by' },
  'revue.le': { fr: 'Revue le', en: 'Reviewed on' },
  'revue.avis': { fr: 'Avis de la revue', en: 'Opinion of the review' },
};

export function isField(text: string): text is Field {
  return (fields as readonly string[]).includes(text);
}
