import { journeyData } from '../../../manifest/journey-data.generated';
import { planOn } from '../../../parcours/plan/make-plan';
import { dateText } from '../../../time/moment';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'parcours/ordre',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une étape est en avance sur celle qui la précède, ou ses dates se contredisent.',
      en: 'A step is ahead of the one before it, or its dates contradict each other.',
    },
    why: {
      fr: 'L’ANS et l’ASP n’ouvrent une étape que quand la précédente est acquise.',
      en: 'ANS and ASP open a step only once the one before is settled.',
    },
    avoid: 'parcours:\n  etapes:\n    eligibilite: { etat: à faire }\n    preuves: { etat: faite, fin: 2026-05-04 }',
    prefer:
      'parcours:\n  etapes:\n    eligibilite: { etat: faite, fin: 2026-03-20 }\n    preuves: { etat: faite, fin: 2026-05-04 }',
    source: {
      fr: 'GNIUS, ma roadmap référencement et financement Ségur.',
      en: 'GNIUS roadmap of the Ségur referencing and financing.',
    },
    messages: {
      ahead: {
        fr: '« {stepFr} » est « {state} » alors que « {beforeFr} », qui doit être finie avant, est « {stateBefore} ».',
        en: '“{stepEn}” is “{state}” while “{beforeEn}”, which must be over first, is “{stateBefore}”.',
      },
      before: {
        fr: '« {stepFr} » est finie le {done}, avant « {beforeFr} » ({doneBefore}).',
        en: '“{stepEn}” was over on {done}, before “{beforeEn}” ({doneBefore}).',
      },
      reversed: {
        fr: 'La fin ({done}) précède le début ({started}).',
        en: 'The end ({done}) comes before the start ({started}).',
      },
      future: {
        fr: 'L’étape est dite faite, mais sa date de fin ({done}) est dans le futur.',
        en: 'The step is said to be done, but its date of end ({done}) is in the future.',
      },
    },
  },
  dossier({ main }, report, { today, facts }) {
    const plan = planOn(main.parsed, today, facts);
    const base = main.parsed.journey?.base;
    if (!plan || base === undefined) return;
    const { steps, wave, now } = plan.input;
    for (const step of journeyData.etapes) {
      const written = steps.get(step.id);
      if (!written || written.state === 'à faire' || written.state === 'sans objet') continue;
      const { state, startedOn, doneOn, facts } = written;
      const names = { stepFr: step.libelle.fr, stepEn: step.libelle.en };
      const end = shift(facts.doneOn?.range ?? facts.key, base);
      if (doneOn && startedOn && doneOn.day < startedOn.day)
        report(main.uri, end, 'reversed', { done: dateText(doneOn), started: dateText(startedOn) });
      if (state === 'faite' && doneOn && doneOn.day > now.day)
        report(main.uri, end, 'future', { done: dateText(doneOn) });
      const ends = (step.finit_apres ?? []).filter(() => state === 'faite');
      for (const { etape, vagues, confiance } of [...(step.apres ?? []), ...ends]) {
        // What is only concluded must not contradict the user.
        if (confiance !== 'vu' || (vagues && !(wave !== undefined && vagues.includes(wave)))) continue;
        const before = steps.get(etape);
        const label = journeyData.etapes.find(({ id }) => id === etape)?.libelle;
        if (!before || !label) continue;
        const labels = { ...names, beforeFr: label.fr, beforeEn: label.en };
        if (before.state === 'à faire' || (before.state === 'en cours' && state === 'faite')) {
          const args = { ...labels, state, stateBefore: before.state };
          report(main.uri, shift(facts.state?.range ?? facts.key, base), 'ahead', args);
        } else if (state === 'faite' && doneOn && before.doneOn && doneOn.day < before.doneOn.day) {
          report(main.uri, end, 'before', { ...labels, done: dateText(doneOn), doneBefore: dateText(before.doneOn) });
        }
      }
    }
  },
};
