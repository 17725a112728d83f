import { isCalendarDate } from '../../../time/calendar-date';
import { planOn } from '../../../parcours/plan/make-plan';
import { isOver } from '../../../parcours/plan/plan';
import { applicability } from '../../../status/applicability';
import { shift } from '../../../text/offset-range';
import { requirementsOfChapter } from '../../chapitre/requirements-of-chapter';
import { clipList } from '../../clip';
import { isLost } from '../../../manifest/lost-section';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'parcours/depot-passe',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La date de dépôt visée est passée et des chapitres ne sont pas soumis.',
      en: 'The planned filing date is over and chapters are not submitted.',
    },
    why: {
      fr: 'Les échéances se comptent depuis le dépôt visé : une date passée les fausse toutes, dont l’âge admis des commandes.',
      en: 'Deadlines are counted from the planned filing: a date that is over makes all of them wrong, the accepted age of orders among them.',
    },
    avoid: 'dossier: { depot_vise: 2026-11-02 }   # nous sommes le 20, aucun chapitre n’est soumis',
    prefer: 'dossier: { depot_vise: 2026-12-15 }',
    source: sources.chapter,
    messages: {
      past: {
        fr: 'Le dépôt était visé le {planned}, et ces chapitres ne sont pas notés soumis : {chapters}. Repoussez « depot_vise », ou notez sous « chapitres » ce qui a été soumis.',
        en: 'The filing was planned on {planned}, and these chapters are not noted as submitted: {chapters}. Move “depot_vise”, or note under “chapitres” what was submitted.',
      },
    },
  },
  dossier({ main }, report, { catalogue, profiles, today, facts }) {
    const { parsed, uri } = main;
    const planned = parsed.dossier?.facts.plannedFiling;
    if (!catalogue || !planned || !isCalendarDate(planned.value) || planned.value >= today) return;
    if (isLost('chapitres', parsed) || isLost('parcours', parsed)) return;
    // The way says that the proofs were filed, or are no longer a matter.
    const steps = planOn(parsed, today, facts)?.input.steps;
    if (isOver(steps?.get('preuves')?.state ?? 'à faire') || isOver(steps?.get('referencement')?.state ?? 'à faire'))
      return;
    // Each of the three states of a chapter says that it was submitted.
    const submitted = new Set(parsed.chapters.flatMap(({ facts }) => (facts.state ? [facts.name.value] : [])));
    const chapters = catalogue.chapters.filter(
      ({ name }) =>
        !submitted.has(name) &&
        requirementsOfChapter(catalogue, name).some(
          (one) =>
            applicability(one, profiles) === 'applies' && one.scenarios.some((scenario) => scenario.proofs.length > 0),
        ),
    );
    if (chapters.length === 0) return;
    const args = { planned: planned.value, chapters: clipList(chapters.map(({ name }) => name)) };
    report(uri, shift(planned.range, parsed.dossier.base), 'past', args);
  },
};
