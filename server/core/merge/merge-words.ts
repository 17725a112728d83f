import { say, type Locale, type Sentence } from '../messages/say';
import type { ConflictKind, PlacedConflict } from './merged-text';

const words = {
  value: {
    fr: 'ligne {line} : {where} a reçu deux valeurs. Gardez la bonne.',
    en: 'line {line}: {where} was given two values. Keep the right one.',
  },
  removedByUs: {
    fr: 'ligne {line} : {where} a été retiré de notre côté et modifié de l’autre. Gardez-le ou retirez-le ; s’il est passé dans un autre fichier, reportez-y la modification.',
    en: 'line {line}: {where} was removed on our side and changed on the other. Keep or remove it; where it went to another file, carry the change there.',
  },
  removedByThem: {
    fr: 'ligne {line} : {where} a été modifié de notre côté et retiré de l’autre. Gardez-le ou retirez-le ; s’il est passé dans un autre fichier, reportez-y la modification.',
    en: 'line {line}: {where} was changed on our side and removed on the other. Keep or remove it; where it went to another file, carry the change there.',
  },
  emptiedByUs: {
    fr: 'ligne {line} : de notre côté, il ne reste rien de ce fichier. Gardez la version de l’autre côté, sauf si vous l’avez vidé exprès.',
    en: 'line {line}: nothing of this file is left on our side. Keep the version of the other side, unless you emptied it on purpose.',
  },
  emptiedByThem: {
    fr: 'ligne {line} : de l’autre côté, il ne reste rien de ce fichier. Gardez notre version, sauf s’il a été vidé exprès.',
    en: 'line {line}: nothing of this file is left on the other side. Keep our version, unless it was emptied on purpose.',
  },
  review: {
    fr: 'ligne {line} : {where} a été relu d’un côté et remplacé de l’autre. Ce qui le remplace est à relire.',
    en: 'line {line}: {where} was reviewed on one side and replaced on the other. What replaces it is to be reviewed.',
  },
  lines: {
    fr: 'ligne {line} : ces lignes ont changé des deux côtés.',
    en: 'line {line}: these lines changed on both sides.',
  },
  whole: {
    fr: 'ligne {line} : les modifications des deux côtés ne se lisent plus ensemble (une clé écrite deux fois, un alias sans son ancre…). Réunissez-les à la main.',
    en: 'line {line}: the changes of both sides cannot be read together (a key written twice, an alias without its anchor…). Unite them by hand.',
  },
} satisfies Record<string, Sentence>;

const byKind: Readonly<Record<Exclude<ConflictKind, 'removed' | 'emptied'>, Sentence>> = words;

const sections: ReadonlySet<string> = new Set(['exigences', 'scenarios', 'preuves']);

/** What is left to decide at a conflict: its line, where it is, what to do. */
export function conflictSentence({ kind, line, path, removedBy }: PlacedConflict, locale: Locale): string {
  const isOurs = removedBy === 'ours';
  const sentences = {
    ...byKind,
    removed: isOurs ? words.removedByUs : words.removedByThem,
    emptied: isOurs ? words.emptiedByUs : words.emptiedByThem,
  };
  // Sections are known by what stands in them.
  const steps = path.filter((key, index) => index === path.length - 1 || !sections.has(key)).join(' › ');
  const where = locale === 'fr' ? `« ${steps} »` : `“${steps}”`;
  return say(sentences[kind], locale, { line, where });
}
