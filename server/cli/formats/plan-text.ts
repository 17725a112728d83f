import { semicolon } from '../../../words/separators';
import { planHeads as words } from '../../core/parcours/plan/plan-heads';
import type { ParcoursStep, ParcoursView } from '../../core/parcours/plan/parcours-view';
import type { CommandContext } from '../terminal';
import { paint, type Colour } from './colour';

const marks: Readonly<Record<ParcoursStep['verdict'], readonly [string, Colour]>> = {
  done: ['✔', 'green'],
  notNeeded: ['–', 'grey'],
  closed: ['✘', 'red'],
  late: ['✘', 'red'],
  tight: ['!', 'yellow'],
  onTime: ['○', 'grey'],
  unknown: ['?', 'grey'],
};

/** `plan --format pretty`: the summary, each step with its dates and next action, the deadlines, the orders. */
export function planPretty(view: ParcoursView, file: string, at: string, context: CommandContext): string {
  const { colour } = context.terminal;
  const say: CommandContext['say'] = (sentence, args) => context.say(sentence, args);
  const lines = [paint('bold', `${view.dispositif}  ${file}, ${say(words.at, { at })}`, colour), view.summary];
  if (view.note !== undefined) lines.push(view.note);
  lines.push('');
  for (const step of view.steps) {
    const [mark, hue] = marks[step.verdict];
    const left = step.slack === undefined ? step.verdictLabel : `${step.verdictLabel}, ${step.slack}`;
    const title = `${String(step.number).padStart(2)}. ${step.label} [${step.actor}]`;
    lines.push(
      `${paint(hue, mark, colour)} ${step.critical ? paint('bold', title, colour) : title} : ${step.stateLabel}`,
    );
    if (step.nextAction === undefined) continue;
    const latest =
      step.slack === undefined
        ? []
        : [`${say(words.latestStart)} ${step.latestStart}`, `${say(words.latestEnd)} ${step.latestEnd}`];
    lines.push(`      ${[...latest, `${say(words.earliestEnd)} ${step.earliestEnd}`, left].join(' · ')}`);
    if (step.critical || step.state === 'en cours') lines.push(`      → ${step.nextAction}`);
    // Sources that contradict each other are all told: which one holds is not ours to say.
    if (step.delays.length > 1) lines.push(...step.delays.map((delay) => `      ${delay}`));
  }
  lines.push('', say(words.deadlines));
  for (const { label, at: on, when, check } of view.deadlines) {
    const told = [when === on ? undefined : when, check].filter(Boolean).join(semicolon[context.locale]);
    lines.push(`  ${on.padEnd(16)}  ${label}${told === '' ? '' : ` (${told})`}`);
  }
  if (view.orders.length > 0) {
    lines.push('', `${say(words.orders)}. ${say(words.oldest, { at: view.oldestOrder })}`);
    for (const { client, signedOn, lastDay, verdict } of view.orders)
      lines.push(`  ${signedOn}  ${client} : ${verdict} (${say(words.lastDay)} ${lastDay})`);
  }
  lines.push('', say(words.legend));
  return `${lines.join('\n')}\n`;
}

/** `plan --format md` */
export function planMarkdown(view: ParcoursView, file: string, at: string, context: CommandContext): string {
  const say: CommandContext['say'] = (sentence, args) => context.say(sentence, args);
  const head = [`## ${view.dispositif} (${file})`, '', `${say(words.at, { at })}. ${view.summary}`];
  if (view.note !== undefined) head.push('', view.note);
  const steps = table(
    ['#', words.step, words.actor, words.state, words.latestStart, words.latestEnd, words.earliestEnd, words.slack].map(
      (word) => (typeof word === 'string' ? word : say(word)),
    ),
    view.steps.map((step) => [
      String(step.number),
      step.critical ? `**${cell(step.label)}**` : cell(step.label),
      step.actor,
      `${step.stateLabel} (${step.verdictLabel})`,
      step.latestStart,
      step.latestEnd,
      step.earliestEnd,
      step.slack ?? '',
    ]),
  );
  const delays = view.steps.flatMap(({ number, label, details }) =>
    details.length > 0 ? [`- ${number}. ${cell(label)}`, ...details.map((detail) => `  - ${cell(detail)}`)] : [],
  );
  const dates = table(
    [words.deadline, words.date, words.when, words.source].map((word) => say(word)),
    view.deadlines.map((each) => [cell(each.label), each.at, each.when, cell(each.provenance ?? '')]),
  );
  const orders =
    view.orders.length === 0
      ? []
      : [
          '',
          `### ${say(words.orders)}`,
          '',
          say(words.oldest, { at: view.oldestOrder }),
          '',
          ...table(
            [words.client, words.signedOn, words.lastDay, words.verdict].map((word) => say(word)),
            view.orders.map((each) => [cell(each.client), each.signedOn, each.lastDay, each.verdict]),
          ),
        ];
  const actions = view.steps.flatMap(({ number, nextAction, state }) =>
    nextAction !== undefined && state === 'en cours' ? [`- ${number}. ${nextAction}`] : [],
  );
  const next = actions.length === 0 ? [] : ['', `### ${say(words.next)}`, '', ...actions];
  return [
    ...head,
    '',
    `### ${say(words.steps)}`,
    '',
    ...steps,
    ...next,
    '',
    `### ${say(words.deadlines)}`,
    '',
    ...dates,
    '',
    `### ${say(words.delays)}`,
    '',
    ...delays,
    ...orders,
    '',
    say(words.legend),
    '',
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** Text of the user's or of a source, as one cell. */
function cell(text: string): string {
  return text.replace(/[\\`*_<>[\]|]/g, '\\$&').replace(/\s+/g, ' ');
}
