import { didYouMean } from '../../../fixes/replace';
import { shift } from '../../../text/offset-range';
import { clipList } from '../../clip';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { suggest } from '../../suggestions';

export const rule: Rule = {
  meta: {
    id: 'chapitre/inconnu',
    defaultSeverity: 'warning',
    fixable: true,
    since: '0.1.0',
    summary: { fr: 'Le chapitre n’est pas de ceux du REM.', en: 'The chapter is none of those of the REM.' },
    why: {
      fr: 'Le suivi d’un chapitre inconnu n’est rattaché à rien : son état n’apparaît pas.',
      en: 'What is said of an unknown chapter belongs to nothing: its state is not shown.',
    },
    avoid: 'chapitres:\n  Identité national de santé: { statut: soumis }',
    prefer: 'chapitres:\n  Identité nationale de santé: { statut: soumis }',
    source: sources.rem,
    messages: {
      unknown: {
        fr: 'Le REM n’a pas de chapitre « {chapter} ». Chapitres : {chapters}.',
        en: 'The REM has no chapter “{chapter}”. Chapters: {chapters}.',
      },
      unknownClose: {
        fr: 'Le REM n’a pas de chapitre « {chapter} ». Vouliez-vous dire « {closest} » ?',
        en: 'The REM has no chapter “{chapter}”. Did you mean “{closest}”?',
      },
      partial: {
        fr: 'Le catalogue intégré, partiel, n’a pas de chapitre « {chapter} » : vérifiez-le dans le REM officiel, ou importez celui-ci.',
        en: 'The built-in catalogue, which is partial, has no chapter “{chapter}”: check it in the official REM, or import that.',
      },
    },
  },
  dossier({ main, catalogue }, report) {
    if (catalogue.kind !== 'loaded' || catalogue.catalogue.chapters.length === 0) return;
    const { state, chapters } = catalogue.catalogue;
    const names = chapters.map(({ name }) => name);
    const known = new Set(names);
    const written = new Set(main.parsed.chapters.map(({ facts }) => facts.name.value));
    for (const { base, facts } of main.parsed.chapters) {
      const { value: chapter, range } = facts.name;
      if (known.has(chapter)) continue;
      const near = suggest(
        'unknown',
        chapter,
        names.filter((name) => !written.has(name)),
      );
      const at = shift(range, base);
      const args = { chapter, chapters: clipList(names), ...near.args };
      // As for profiles: a partial catalogue may well lack a chapter.
      if (state === 'complet' || near.more.data) report(main.uri, at, near.message, args, near.more);
      else report(main.uri, at, 'partial', { chapter }, { severity: 'info' });
    }
  },
  fixes: didYouMean,
};
