import { shift } from '../../../text/offset-range';
import { clipList } from '../../clip';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { owedInChapter } from './owed-in-chapter';

export const rule: Rule = {
  meta: {
    id: 'chapitre/soumis-incomplet',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un chapitre est soumis alors que des preuves y manquent.',
      en: 'A chapter is submitted while proofs are missing from it.',
    },
    why: {
      fr: 'Un chapitre n’est examiné que complet : soumis trop tôt, il attend en entier. Le catalogue intégré étant partiel, l’anomalie n’y est qu’un avertissement.',
      en: 'A chapter is examined only when complete: submitted too early, all of it waits. The built-in catalogue being partial, this is only a warning with it.',
    },
    avoid: 'chapitres:\n  Identité nationale de santé: { statut: soumis }   # INS/va1.56 n’a pas de pièce',
    prefer: 'chapitres:\n  Identité nationale de santé: { statut: soumis }   # toutes les preuves ont leurs pièces',
    source: sources.chapter,
    messages: {
      owed: {
        fr: 'Le chapitre « {chapter} » est soumis, et {count, plural, one {# exigence n’y a pas toutes ses pièces} other {# exigences n’y ont pas toutes leurs pièces}} : {requirements}. Complétez ce qui manque, ou corrigez le statut.',
        en: 'Chapter “{chapter}” is submitted, and {count, plural, one {# requirement of it lacks} other {# requirements of it lack}} evidence: {requirements}. Complete what is missing, or correct the status.',
      },
    },
  },
  dossier(dossier, report, { catalogue, profiles, writtenEntries }) {
    const { uri, parsed } = dossier.main;
    const submitted = parsed.chapters.filter(({ facts }) => facts.state?.value === 'soumis');
    // What it lacks may stand in what was not read.
    if (!catalogue || submitted.length === 0 || dossier.unread.length > 0) return;
    for (const { base, facts } of submitted) {
      const { value: chapter, range } = facts.name;
      const owed = owedInChapter(chapter, catalogue, writtenEntries, profiles);
      if (owed.length === 0) continue;
      const args = { chapter, count: owed.length, requirements: clipList(owed) };
      const more = catalogue.state === 'complet' ? {} : ({ severity: 'warning' } as const);
      report(uri, shift(range, base), 'owed', args, more);
    }
  },
};
