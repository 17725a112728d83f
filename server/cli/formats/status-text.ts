import type { OpenRequest } from '../../core/instruction/open-requests';
import { requestDates, requestSubject, requestsTitle } from '../../core/instruction/request-words';
import { chapterStateText } from '../../core/instruction/chapter-states';
import { examinedSummary, examinedTally } from '../../core/report/examined-pieces';
import { lateSummary } from '../../core/report/tasks/task-words';
import { threadWords } from '../../core/threads/thread-words';
import { noTally, tallyWords } from '../../core/status/requirement-words';
import { isUncounted, totalOf, type Counts, type Status } from '../../core/status/status';
import { statusWords } from '../../core/status/status-words';
import { filingSummary, reservations } from '../../core/submission/gate/filing-words';
import { describeCatalogue } from '../../language/catalogue-words';
import type { ChapterFigures, DossierFigures, Figures } from '../check-report';
import { messages } from '../messages';
import type { CommandContext } from '../terminal';
import { paint, type Colour } from './colour';

const marks: Readonly<Record<Status, readonly [string, Colour]>> = {
  provided: ['✔', 'green'],
  incomplete: ['✘', 'red'],
  toReview: ['↻', 'yellow'],
  toProvide: ['○', 'grey'],
  covered: ['↳', 'grey'],
  requiredWithoutProof: ['◌', 'grey'],
  unknown: ['?', 'yellow'],
  notApplicable: ['–', 'grey'],
  nothingExpected: ['·', 'grey'],
};

/** `status --format pretty`: the dossier, then a line for each chapter. */
export function statusPretty(dossier: DossierFigures, context: CommandContext): string {
  const { file, dispositif, requests, filing, examined, figures, at } = dossier;
  const { colour } = context.terminal;
  const looked = examinedSummary(examinedTally(examined), context.locale);
  const summary = paint(filing.isPossible ? 'green' : 'red', filingSummary(filing, context.locale), colour);
  const state = [
    summary,
    ...reservations(filing, context.locale),
    ...(looked === undefined ? [] : [looked]),
    ...teamLines(dossier, context),
  ].join('\n');
  const asked = requestLines(requests, context).map((line, index) =>
    index === 0 ? `${paint('yellow', line, colour)}\n` : `  ${line}\n`,
  );
  const day = context.say(messages.at, { at });
  const title = [paint('bold', `${dispositif ?? '?'}  ${file}`, colour) + `  ${day}`, asked.join('')]
    .filter(Boolean)
    .join('\n');
  if (!figures) {
    const [mark, hue] = marks.unknown;
    return `${title}\n${paint(hue, mark, colour)} ${unknownText(dossier, context)}\n${state}\n`;
  }
  const line = (label: string, status: Status, below: readonly string[]) => {
    const [mark, hue] = marks[status];
    return `${paint(hue, mark, colour)} ${label}\n${below.map((text) => `    ${text}\n`).join('')}`;
  };
  return [
    `${title}\n${totalText(figures, dossier, context)}\n${state}\n\n`,
    ...figures.chapters.map((chapter) => line(chapter.name, chapter.status, chapterLines(chapter, context))),
    ...figures.coreScenarios.map(({ id, status, counts }) => line(id, status, [standingText(status, counts, context)])),
  ].join('');
}

/** What the team is late with, and what it has not done talking about: nothing where there is nothing. */
function teamLines({ late, at, threads }: DossierFigures, context: CommandContext): string[] {
  const { open = 0, troubled = 0 } = threads ?? {};
  return [
    ...(late === 0 ? [] : [lateSummary({ late, at }, context.locale)]),
    ...(open === 0 ? [] : [context.say(threadWords.openCount, { count: open })]),
    ...(troubled === 0 ? [] : [context.say(threadWords.troubled, { count: troubled })]),
  ];
}

/** What is told below the name of a chapter: its figures, the requirements that they do not show, and what ANS says. */
function chapterLines(chapter: ChapterFigures, context: CommandContext): string[] {
  const { status, counts, uncounted, requiredWithoutProof, said } = chapter;
  const { locale } = context;
  const tally = tallyWords({ ...uncounted, requiredWithoutProof: 0 }, locale);
  const [without] = tallyWords({ ...noTally, requiredWithoutProof: uncounted.requiredWithoutProof }, locale);
  const isTold = totalOf(counts) === 0 && isUncounted(status) && (tally.length > 0 || without !== undefined);
  const figures = [...(isTold ? [] : [standingText(status, counts, context)]), ...tally].join(' · ');
  return [
    ...(figures === '' ? [] : [figures]),
    ...(without === undefined
      ? []
      : [context.say(messages.labelled, { label: without, text: requiredWithoutProof.join(', ') })]),
    ...(said ? [context.say(messages.labelled, { label: messages.ans[locale], text: chapterStateText(said) })] : []),
  ];
}

/** `status --format md` */
export function statusMarkdown(dossier: DossierFigures, context: CommandContext): string {
  const { file, dispositif, requests, filing, examined, figures, at } = dossier;
  const looked = examinedSummary(examinedTally(examined), context.locale);
  const told = [
    ...reservations(filing, context.locale),
    ...(looked === undefined ? [] : [looked]),
    ...teamLines(dossier, context),
  ];
  const notes = told.map((note) => `\n\n${plain(note)}`);
  const state = `**${filingSummary(filing, context.locale)}**${notes.join('')}`;
  const asked = requestLines(requests, context).map((line, index) => {
    const text = plain(line);
    return index === 0 ? `**${text}**\n\n` : `- ${text}\n${index === requests.length ? '\n' : ''}`;
  });
  const title = `## ${dispositif ?? '?'} (${file}), ${context.say(messages.at, { at })}\n\n${asked.join('')}`;
  if (!figures) return `${title}${plain(unknownText(dossier, context))}\n\n${state}\n`;
  const { locale } = context;
  const head =
    locale === 'fr'
      ? '| Chapitre | État | Fournies | À fournir | Incomplètes | À revoir | Exigences sans preuve à compter | ANS |\n'
      : '| Chapter | State | Provided | To provide | Incomplete | To review | Requirements without proofs to count | ANS |\n';
  const row = (label: string, status: Status, counts: Counts, tally = '', said = '') =>
    `| ${plain(label)} | ${statusWords[status][locale]} | ${counts.provided}/${totalOf(counts)} | ${counts.toProvide} | ${counts.incomplete} | ${counts.toReview} | ${tally} | ${plain(said)} |\n`;
  const without = figures.chapters.filter(({ requiredWithoutProof }) => requiredWithoutProof.length > 0);
  return [
    title,
    `${plain(totalText(figures, dossier, context))}\n\n${state}\n\n`,
    head,
    '|---|---|---|---|---|---|---|---|\n',
    ...figures.chapters.map(({ name, status, counts, uncounted, said }) =>
      row(name, status, counts, tallyWords(uncounted, locale).join(' · '), said && chapterStateText(said)),
    ),
    ...figures.coreScenarios.map(({ id, status, counts }) => row(id, status, counts)),
    ...(without.length === 0 ? [] : [`\n### ${context.say(messages.withoutProofHead)}\n\n`]),
    ...without.map(
      ({ name, requiredWithoutProof }) =>
        `- ${context.say(messages.labelled, { label: plain(name), text: plain(requiredWithoutProof.join(', ')) })}\n`,
    ),
  ].join('');
}

/** The figures of proofs, or the state in words where nothing is counted. */
function standingText(status: Status, counts: Counts, context: CommandContext): string {
  if (totalOf(counts) === 0) return statusWords[status][context.locale];
  return context.say(messages.figures, { ...counts, total: totalOf(counts) });
}

function totalText({ status, counts }: Figures, dossier: DossierFigures, context: CommandContext): string {
  return status === 'unknown' ? unknownText(dossier, context) : standingText(status, counts, context);
}

/** That nothing can be said of a dossier, and why. */
function unknownText({ catalogue, figures }: DossierFigures, context: CommandContext): string {
  const { locale } = context;
  const reason = describeCatalogue(catalogue, locale);
  const status = statusWords.unknown[locale];
  if (!figures) return context.say(messages.noCatalogue, { status, reason });
  return context.say(messages.labelled, { label: status, text: reason });
}

/** Text that stands for itself in Markdown. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}

/** What ANS waits for: how many requests, then one a line; none when it waits for nothing. */
function requestLines(requests: readonly OpenRequest[], { locale }: CommandContext): string[] {
  if (requests.length === 0) return [];
  return [
    requestsTitle(requests.length, locale),
    ...requests.map((one) => {
      const comment = one.comment?.replace(/\s+/g, ' ').trim();
      const parts = [requestDates(one, locale), comment];
      return `${requestSubject(one)}  ${parts.filter((part) => part !== undefined && part !== '').join(' · ')}`;
    }),
  ];
}
