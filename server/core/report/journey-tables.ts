import { planHeads as heads } from '../parcours/plan/plan-heads';
import type { ParcoursDeadline, ParcoursOrder, ParcoursStep } from '../parcours/plan/parcours-view';
import type { Report } from './report';
import { table, type ReportTable } from './table';

/** Steps, dates and orders of the way. None in a report for ANS. */
export function journeyTables({ journey, locale }: Report): ReportTable[] {
  if (!journey) return [];
  const { steps, deadlines, orders } = journey.view;
  const all = [
    table<ParcoursStep>(
      heads.journey[locale],
      [
        ['#', 4, ({ number }) => number],
        [heads.step[locale], 44, ({ label }) => label, ({ range }) => range && { kind: 'text', range }],
        [heads.actor[locale], 10, ({ actor }) => actor],
        [heads.state[locale], 22, ({ stateLabel }) => stateLabel],
        [heads.verdict[locale], 24, ({ verdictLabel }) => verdictLabel],
        [heads.earliestStart[locale], 16, ({ earliestStart }) => earliestStart],
        [heads.earliestEnd[locale], 16, ({ earliestEnd }) => earliestEnd],
        [heads.latestStart[locale], 20, ({ latestStart }) => latestStart],
        [heads.latestEnd[locale], 20, ({ latestEnd }) => latestEnd],
        [heads.slack[locale], 18, ({ slack }) => slack],
        [criticalHead[locale], 14, ({ critical }) => (critical ? heads.critical[locale] : undefined)],
        [heads.next[locale], 60, ({ nextAction }) => nextAction],
        [heads.delays[locale], 80, ({ details }) => details.join('\n')],
      ],
      steps,
    ),
    table<ParcoursDeadline>(
      heads.deadlines[locale],
      [
        [heads.date[locale], 18, ({ at }) => at],
        [
          heads.deadline[locale],
          60,
          ({ label }) => label,
          ({ milestone }) => milestone?.range && { kind: 'text', range: milestone.range },
        ],
        [heads.when[locale], 24, ({ when }) => when],
        [checkHead[locale], 22, ({ check }) => check],
        [heads.source[locale], 80, ({ provenance }) => provenance],
      ],
      deadlines,
    ),
    table<ParcoursOrder>(
      heads.orders[locale],
      [
        [heads.client[locale], 36, ({ client }) => client],
        [heads.signedOn[locale], 14, ({ signedOn }) => signedOn],
        [heads.lastDay[locale], 28, ({ lastDay }) => lastDay],
        [heads.verdict[locale], 28, ({ verdict }) => verdict],
      ],
      orders,
    ),
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

const criticalHead = { fr: 'Critique', en: 'Critical' } as const;
const checkHead = { fr: 'Vérification', en: 'Check' } as const;
