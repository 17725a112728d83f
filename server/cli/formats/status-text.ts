import type { OpenRequest } from '../../core/instruction/open-requests';
import { requestDates, requestSubject, requestsTitle } from '../../core/instruction/request-words';
import { totalOf, type Counts, type Status } from '../../core/status/status';
import { statusWords } from '../../core/status/status-words';
import { filingSummary } from '../../core/submission/gate/filing-words';
import type { DossierFigures } from '../check-report';
import { messages } from '../messages';
import type { CommandContext } from '../terminal';
import { paint, type Colour } from './colour';

const marks: Readonly<Record<Status, readonly [string, Colour]>> = {
  provided: ['✔', 'green'],
  incomplete: ['✘', 'red'],
  toReview: ['↻', 'yellow'],
  toProvide: ['○', 'grey'],
  notApplicable: ['–', 'grey'],
  nothingExpected: ['·', 'grey'],
};

/** `status --format pretty`: the dossier, then a line for each chapter. */
export function statusPretty(
  { file, dispositif, requests, filing, figures }: DossierFigures,
  context: CommandContext,
): string {
  const { colour } = context.terminal;
  const state = paint(filing.isPossible ? 'green' : 'red', filingSummary(filing, context.language), colour);
  const asked = requestLines(requests, context).map((line, index) =>
    index === 0 ? `${paint('yellow', line, colour)}\n` : `  ${line}\n`,
  );
  const title = [paint('bold', `${dispositif ?? '?'}  ${file}`, colour), asked.join('')].filter(Boolean).join('\n');
  if (!figures) return `${title}\n${context.say(messages.noCatalogue)}\n${state}\n`;
  const line = (label: string, status: Status, counts: Counts) => {
    const [mark, hue] = marks[status];
    return `${paint(hue, mark, colour)} ${label}\n    ${figuresText(counts, context)}\n`;
  };
  return [
    `${title}\n${figuresText(figures.counts, context)}\n${state}\n\n`,
    ...figures.chapters.map(({ name, status, counts }) => line(name, status, counts)),
    ...figures.coreScenarios.map(({ id, status, counts }) => line(id, status, counts)),
  ].join('');
}

/** `status --format md` */
export function statusMarkdown(
  { file, dispositif, requests, filing, figures }: DossierFigures,
  context: CommandContext,
): string {
  const state = `**${filingSummary(filing, context.language)}**`;
  const asked = requestLines(requests, context).map((line, index) => {
    const text = line.replace(/[\\`*_[\]<>|#~]/g, '\\$&');
    return index === 0 ? `**${text}**\n\n` : `- ${text}\n${index === requests.length ? '\n' : ''}`;
  });
  const title = `## ${dispositif ?? '?'} (${file})\n\n${asked.join('')}`;
  if (!figures) return `${title}${context.say(messages.noCatalogue)}\n\n${state}\n`;
  const { language } = context;
  const head =
    language === 'fr'
      ? '| Chapitre | État | Fournies | À fournir | Incomplètes | À revoir |\n'
      : '| Chapter | State | Provided | To provide | Incomplete | To review |\n';
  const row = (label: string, status: Status, counts: Counts) =>
    `| ${label.replaceAll('|', '\\|')} | ${statusWords[status][language]} | ${counts.provided}/${totalOf(counts)} | ${counts.toProvide} | ${counts.incomplete} | ${counts.toReview} |\n`;
  return [
    title,
    `${figuresText(figures.counts, context)}\n\n${state}\n\n`,
    head,
    '|---|---|---|---|---|---|\n',
    ...figures.chapters.map(({ name, status, counts }) => row(name, status, counts)),
    ...figures.coreScenarios.map(({ id, status, counts }) => row(id, status, counts)),
  ].join('');
}

/** What ANS waits for: how many requests, then one a line; none when it waits for nothing. */
function requestLines(requests: readonly OpenRequest[], { language }: CommandContext): string[] {
  if (requests.length === 0) return [];
  return [
    requestsTitle(requests.length, language),
    ...requests.map((one) => {
      const comment = one.comment?.replace(/\s+/g, ' ').trim();
      const parts = [requestDates(one, language), comment];
      return `${requestSubject(one)}  ${parts.filter((part) => part !== undefined && part !== '').join(' · ')}`;
    }),
  ];
}

function figuresText(counts: Counts, context: CommandContext): string {
  return context.say(messages.figures, { ...counts, total: totalOf(counts) });
}
