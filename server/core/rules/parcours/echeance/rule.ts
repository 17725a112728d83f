import { milestoneLabel } from '../../../parcours/plan/deadlines';
import { planOn } from '../../../parcours/plan/make-plan';
import { dateText, isAfter, momentText } from '../../../time/moment';
import { isOver, type PlanStep } from '../../../parcours/plan/plan';
import type { KnownMilestone } from '../../../parcours/plan/plan-input';
import { packageWords } from '../../../parcours/plan/provenance-words';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'parcours/echeance',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une échéance du parcours est passée ou ne peut plus être tenue.',
      en: 'A deadline of the way is over or can not be met any more.',
    },
    why: {
      fr: 'Un guichet fermé ne rouvre pas : mieux vaut le savoir quand il reste le temps d’agir.',
      en: 'A closed counter does not open again: better to know while there is time to act.',
    },
    avoid: 'parcours:\n  etapes:\n    preuves: { etat: en cours, prevue_le: 2026-05-20 }',
    prefer: 'parcours:\n  etapes:\n    preuves: { etat: en cours, prevue_le: 2026-05-04 }',
    source: {
      fr: 'Calendrier du dispositif (catalogues/parcours), avec ses sources, ou celui écrit sous parcours.calendrier.',
      en: 'Calendar of the dispositif (catalogues/parcours), with its sources, or the one written under parcours.calendrier.',
    },
    messages: {
      closed: {
        fr: '« {stepFr} » n’est pas finie, et l’échéance « {labelFr} » est passée depuis le {at} ({originFr}).',
        en: '“{stepEn}” is not over, and the deadline “{labelEn}” went by on {at} ({originEn}).',
      },
      late: {
        fr: '« {stepFr} » ne peut plus être tenue aux délais connus : il manque {days, plural, one {# jour} other {# jours}}. Au plus tôt le {earliest}, au plus tard le {latest}.',
        en: '“{stepEn}” cannot be in time with the known delays: {days, plural, one {# day is} other {# days are}} missing. At the earliest {earliest}, at the latest {latest}.',
      },
      planned: {
        fr: '« {stepFr} » est prévue le {planned}, après sa dernière date utile, le {latest}.',
        en: '“{stepEn}” is planned on {planned}, after its last useful date, {latest}.',
      },
      doneLate: {
        fr: '« {stepFr} » est finie le {done}, après l’échéance « {labelFr} » du {at} ({originFr}).',
        en: '“{stepEn}” was over on {done}, after the deadline “{labelEn}” of {at} ({originEn}).',
      },
      filing: {
        fr: 'Le dépôt visé, le {planned}, est après la clôture des dossiers de preuves, le {at} ({originFr}).',
        en: 'The planned filing, {planned}, is after the closing of proof files, {at} ({originEn}).',
      },
    },
  },
  dossier({ main }, report, { today, facts }) {
    const plan = planOn(main.parsed, today, facts);
    if (!plan) return;
    const base = main.parsed.journey?.base ?? 0;
    for (const step of plan.steps) checkStep(step);
    const planned = plan.input.plannedFiling;
    const closing = plan.input.milestones.get('dossier_preuves_complet');
    const head = main.parsed.dossier;
    if (!planned || !closing?.at || !head?.facts.plannedFiling || !isAfter(planned, closing.at)) return;
    // A dossier that does not follow the way may be filed without financing, for which a wave's closing does not count.
    if (!main.parsed.journey && isAfter(plan.input.now, closing.at)) return;
    if (isOver(plan.input.steps.get('preuves')?.state ?? 'à faire')) return;
    const args = { planned: dateText(planned), at: momentText(closing.at), ...originArgs(closing) };
    report(main.uri, shift(head.facts.plannedFiling.range, head.base), 'filing', args);

    function checkStep(each: PlanStep): void {
      const { written, step, latestStart, latestEnd, earliestStart, earliestEnd, slack } = each;
      if (!written) return;
      const names = { stepFr: step.libelle.fr, stepEn: step.libelle.en };
      const key = shift(written.facts.key, base);
      const closes = step.clot_fin && plan?.input.milestones.get(step.clot_fin);
      if (each.closed?.at) {
        report(main.uri, key, 'closed', { ...names, at: momentText(each.closed.at), ...milestoneArgs(each.closed) });
      } else if (each.verdict === 'late' && slack !== undefined) {
        const byStart = latestStart && earliestStart && earliestStart.day > latestStart.day && !latestEnd;
        const [early, last] = byStart ? [earliestStart, latestStart] : [earliestEnd, latestEnd];
        if (early && last)
          report(main.uri, key, 'late', {
            ...names,
            days: -slack,
            earliest: dateText(early),
            latest: momentText(last),
          });
      } else if (!isOver(each.state) && written.plannedOn && latestEnd && isAfter(written.plannedOn, latestEnd)) {
        const place = written.facts.plannedOn?.range ?? written.facts.key;
        const args = { ...names, planned: dateText(written.plannedOn), latest: momentText(latestEnd) };
        report(main.uri, shift(place, base), 'planned', args);
      } else if (each.state === 'faite' && written.doneOn && closes?.at && isAfter(written.doneOn, closes.at)) {
        const place = written.facts.doneOn?.range ?? written.facts.key;
        const args = { ...names, done: dateText(written.doneOn), at: momentText(closes.at), ...milestoneArgs(closes) };
        report(main.uri, shift(place, base), 'doneLate', args);
      }
    }
  },
};

function milestoneArgs(milestone: KnownMilestone) {
  const label = milestoneLabel(milestone.id);
  return { labelFr: label.fr, labelEn: label.en, ...originArgs(milestone) };
}

function originArgs({ origin, shipped, written }: KnownMilestone) {
  const checked = origin === 'manifest' ? written.checkedOn?.value : shipped?.verifie_le;
  const [fr, en] =
    origin === 'manifest'
      ? ['votre date', 'your date']
      : shipped?.paquet
        ? [packageWords(shipped.paquet).fr, packageWords(shipped.paquet).en]
        : ['date fournie avec l’outil', 'date that ships'];
  return checked
    ? { originFr: `${fr}, vérifiée le ${checked}`, originEn: `${en}, checked on ${checked}` }
    : { originFr: `${fr}, non vérifiée`, originEn: `${en}, not checked` };
}
