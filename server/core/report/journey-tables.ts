import { planHeads as heads } from '../parcours/plan/plan-heads';
import type { ParcoursDeadline, ParcoursOrder, ParcoursStep } from '../parcours/plan/parcours-view';
import type { Report } from './report';
import { table, type ReportTable } from './table';

/** Steps, dates and orders of the way. None in a report for ANS. */
export function journeyTables({ journey, language }: Report): ReportTable[] {
  if (!journey) return [];
  const { steps, deadlines, orders } = journey.view;
  const all = [
    table<ParcoursStep>(
      heads.journey[language],
      [
        ['#', 4, ({ number }) => number],
        [heads.step[language], 44, ({ label }) => label],
        [heads.actor[language], 10, ({ actor }) => actor],
        [heads.state[language], 22, ({ stateLabel }) => stateLabel],
        [heads.verdict[language], 24, ({ verdictLabel }) => verdictLabel],
        [heads.earliestStart[language], 16, ({ earliestStart }) => earliestStart],
        [heads.earliestEnd[language], 16, ({ earliestEnd }) => earliestEnd],
        [heads.latestStart[language], 20, ({ latestStart }) => latestStart],
        [heads.latestEnd[language], 20, ({ latestEnd }) => latestEnd],
        [heads.slack[language], 18, ({ slack }) => slack],
        [criticalHead[language], 14, ({ critical }) => (critical ? heads.critical[language] : undefined)],
        [heads.next[language], 60, ({ nextAction }) => nextAction],
        [heads.delays[language], 80, ({ details }) => details.join('\n')],
      ],
      steps,
    ),
    table<ParcoursDeadline>(
      heads.deadlines[language],
      [
        [heads.date[language], 18, ({ at }) => at],
        [heads.deadline[language], 60, ({ label }) => label],
        [heads.when[language], 24, ({ when }) => when],
        [checkHead[language], 22, ({ check }) => check],
        [heads.source[language], 80, ({ provenance }) => provenance],
      ],
      deadlines,
    ),
    table<ParcoursOrder>(
      heads.orders[language],
      [
        [heads.client[language], 36, ({ client }) => client],
        [heads.signedOn[language], 14, ({ signedOn }) => signedOn],
        [heads.lastDay[language], 28, ({ lastDay }) => lastDay],
        [heads.verdict[language], 28, ({ verdict }) => verdict],
      ],
      orders,
    ),
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

const criticalHead = { fr: 'Critique', en: 'Critical' } as const;
const checkHead = { fr: 'Vérification', en: 'Check' } as const;
