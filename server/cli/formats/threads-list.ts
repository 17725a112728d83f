import { colon } from '../../../words/separators';
import { say, type Locale } from '../../core/messages/say';
import { fileFaultArguments, fileFaultWords } from '../../core/ports/file-fault-words';
import { jsonWithoutHidden, shownHidden } from '../../core/text/hidden-characters';
import type { DossierThreads } from '../../core/workspace/dossier-threads';
import { threadKey, type PlacedThread } from '../../core/threads/place-threads';
import { threadTally } from '../../core/threads/thread-tally';
import { threadFile, threadTrouble, threadWords } from '../../core/threads/thread-words';

/** The threads of one dossier that are listed. */
export interface ListedThreads extends DossierThreads {
  /** As shown. */
  readonly file: string;
  /** Every thread of the dossier, those too that are not listed. */
  readonly whole: readonly PlacedThread[];
}

/** `threads --format text`: by what they are about. */
export function threadsText(dossiers: readonly ListedThreads[], all: boolean, locale: Locale): string {
  return shownHidden(dossiers.map((one) => dossierText(one, all, locale)).join('\n'));
}

function dossierText({ file, threads, whole, fault }: ListedThreads, all: boolean, locale: Locale): string {
  const { open, troubled } = threadTally(whole);
  const counts = [
    say(threadWords.openCount, locale, { count: open }),
    ...(troubled === 0 ? [] : [say(threadWords.troubled, locale, { count: troubled })]),
  ];
  const groups = new Map<string, PlacedThread[]>();
  for (const one of threads) {
    const key = one.slot ? threadKey(one.slot) : '';
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  const parts = [...groups.values()].map((own) => own.map((one) => threadLines(one, locale)).join(''));
  const nothing = threads.length > 0 ? [] : [`${say(all ? threadWords.none : threadWords.noneOpen, locale)}\n`];
  return [`${file}${colon[locale]}${counts.join(', ')}\n`, ...folderLine(fault, locale), ...nothing, ...parts].join('');
}

function folderLine(fault: ListedThreads['fault'], locale: Locale): string[] {
  if (!fault) return [];
  const why = say(fileFaultWords[fault.kind], locale, fileFaultArguments('discussions', fault));
  return [`${say(threadWords.folder, locale, { why })}\n`];
}

function threadLines(placed: PlacedThread, locale: Locale): string {
  const { thread, slot } = placed;
  const about = slot ?? thread.about;
  const id = about.proof ?? about.scenario ?? about.requirement ?? say(threadWords.nothing, locale);
  const state = threadWords[thread.fault?.kind === 'file' ? 'unread' : thread.isOpen ? 'open' : 'closed'][locale];
  const head = [`${id} (${state})`, thread.subject, threadFile(thread)].filter((one) => one !== undefined);
  const trouble = threadTrouble(placed, locale);
  return [
    `\n${head.join('  ')}\n`,
    ...(trouble === undefined ? [] : [`  ! ${trouble}\n`]),
    ...thread.messages.map(
      ({ by, on, text }) =>
        `  ${on}  ${by} : ${text.trim().replace(/\s+/g, (run) => (run.includes('\n') ? '\n    ' : run))}\n`,
    ),
  ].join('');
}

/** `threads --format json`, version 1. Null for what is not said. */
export function threadsJson(dossiers: readonly ListedThreads[], locale: Locale): string {
  const told = dossiers.map(({ file, threads, whole }) => ({
    file,
    ...threadTally(whole),
    threads: threads.map((one) => threadJson(one, locale)),
  }));
  return jsonWithoutHidden(
    `${JSON.stringify({ version: 1, notice: threadWords.internal[locale], dossiers: told }, null, 2)}\n`,
  );
}

function threadJson(placed: PlacedThread, locale: Locale) {
  const { thread, slot, lost } = placed;
  const { requirement, scenario, proof } = slot ?? thread.about;
  return {
    id: thread.id,
    file: threadFile(thread),
    open: thread.isOpen,
    requirement: requirement ?? null,
    scenario: scenario ?? null,
    proof: proof ?? null,
    subject: thread.subject ?? null,
    messages: thread.messages,
    lost: lost ?? null,
    trouble: threadTrouble(placed, locale) ?? null,
  };
}
