import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatBytes } from '../../../words/numbers';
import type { UploadsChange, uploadsRequest, UploadView } from '../../../protocol/requests/uploads';
import { normalisePath } from '../../core/evidence/evidence-path';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { stateOfDossier, type FiledState } from '../../core/submission/filed-state';
import type { Cancellation } from '../../core/ports/cancellation';
import { fileNameOf } from '../../core/text/file-name';
import { under } from '../../core/text/uri';
import {
  lengthOf,
  sinceLines,
  stateText,
  tickLine,
  uploadName,
  uploadNotices,
  uploadProgress,
  uploadTexts,
} from '../../core/uploads/upload-formats';
import { candidatureOf, uploadList, type UploadItem, type UploadList } from '../../core/uploads/upload-list';
import { tickKey, type UploadLog } from '../../core/uploads/upload-log';
import { changeOf, sinceFiled, tickOf, uploadRows, type UploadRow } from '../../core/uploads/upload-states';
import { uploadWords } from '../../core/uploads/upload-words';
import { noRecord, readPackageRecord } from '../../host/operations/read-filed-state';
import { readUploadLogFile, uploadLogOf, writeUploadLog } from '../../host/operations/upload-log-file';
import { parisClock } from '../../host/clock/paris-clock';
import { inWords, refusal } from '../refusals';
import type { Answer, RequestContext } from '../request-context';

const words = {
  draft: {
    fr: 'Ce paquet est un brouillon, qui n’est pas destiné à être déposé : rien n’a été noté.',
    en: 'This package is a draft, which is not to be filed: nothing was noted.',
  },
  problems: {
    fr: '{path} ne peut pas être réécrit sans rien perdre : rien n’a été noté. Corrigez-le, puis recommencez.',
    en: '{path} cannot be rewritten without losing something: nothing was noted. Correct it, then try again.',
  },
} satisfies Record<string, Sentence>;

export const answer: Answer<typeof uploadsRequest> = async ({ file, dossier, change }, context, cancellation) => {
  const { locale } = context;
  const path = resolve(file);
  const record = await inWords(path, locale, () => readPackageRecord(path, cancellation));
  const list = uploadList(record);
  if (!list) throw refusal(noRecord, locale, { path: file });
  const logPath = uploadLogOf(path);
  const log = change
    ? await changed(list, change, { logPath, context, cancellation })
    : (await inWords(logPath, locale, () => readUploadLogFile(logPath))).log;
  const ticks = (log.ticks.get(list.of) ?? []).map(({ tick }) => tick);
  const rows = uploadRows(list, ticks);
  const now = await dossierNow(dossier, list, context, cancellation);
  const files = filesByDigest(now);
  const since = now && sinceFiled(now.state, ticks);
  const notices = uploadNotices({ list, locale, ...rows });
  return {
    title: list.of,
    isDraft: list.draft,
    filed: uploadProgress(rows).filed,
    items: rows.rows.map((row) => viewOf(row, files, locale)),
    notices,
    gone: rows.gone.map((tick) => tickLine(tick, locale)),
    ...(since ? { since: sinceLines(since, locale) } : {}),
    problems: log.problems.map(({ sentence, args }) => say(sentence, locale, args)),
    log: pathToFileURL(logPath).href,
  };
};

/** What two views of one piece agree on, however the package was made anew meanwhile. */
function keyOf(item: UploadItem): string {
  return [tickKey(tickOf(item, '')), item.sha256 ?? ''].join('\n');
}

interface Keeping {
  readonly logPath: string;
  readonly context: RequestContext;
  readonly cancellation: Cancellation;
}

async function changed(
  list: UploadList,
  { keys, isFiled, by }: UploadsChange,
  { logPath, context, cancellation }: Keeping,
): Promise<UploadLog> {
  const { locale } = context;
  context.checkTrust();
  if (list.draft) throw refusal(words.draft, locale);
  return await inWords(logPath, locale, async () => {
    const { log } = await readUploadLogFile(logPath);
    const meant = list.items.filter((item) => keys.includes(keyOf(item)));
    const ticks = (log.ticks.get(list.of) ?? []).map(({ tick }) => tick);
    const wish = { tick: isFiled ? meant : [], untick: isFiled ? [] : meant, on: parisClock.today(), by };
    const written = await writeUploadLog(logPath, changeOf(list, uploadRows(list, ticks), wish), cancellation);
    if (written.kind === 'refused') throw refusal(words.problems, locale, { path: logPath });
    return written.log;
  });
}

interface DossierNow {
  readonly state: FiledState;
  readonly root: string;
}

/** The dossier as it was last looked at; undefined where it is not the one that was filed, or may not be opened. */
async function dossierNow(
  uri: string | undefined,
  list: UploadList,
  context: RequestContext,
  cancellation: Cancellation,
): Promise<DossierNow | undefined> {
  if (uri === undefined || !context.isTrusted()) return undefined;
  const analysis = await context.dossierOf(uri, cancellation);
  if (!analysis) return undefined;
  // A file that changed a moment ago may not have been read again: it would pass for the one that was filed.
  await context.session.lookAt(analysis, analysis.evidencePaths(), cancellation);
  const known = context.evidenceFileOf(analysis);
  const state = stateOfDossier(analysis, (path) => {
    const file = known(normalisePath(path));
    return file?.state === 'file' ? file : undefined;
  });
  return candidatureOf(state) === list.of ? { state, root: analysis.dossier.rootUri } : undefined;
}

/** The files of a dossier by their content: what is opened or copied is what the package has. */
function filesByDigest(now: DossierNow | undefined): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { pieces } of now?.state.proofs ?? [])
    for (const { value, sha256 } of pieces)
      if (now && sha256 !== undefined) files.set(sha256, under(now.root, normalisePath(value)));
  return files;
}

function viewOf(row: UploadRow, files: ReadonlyMap<string, string>, locale: Locale): UploadView {
  const { item, state } = row;
  const uri = item.sha256 === undefined ? undefined : files.get(item.sha256);
  return {
    key: keyOf(item),
    order: item.order,
    chapter: item.slot.chapter,
    id: item.shownId,
    label: uploadName(item, locale),
    value: item.name === undefined ? item.value : fileNameOf(item.name),
    ...(item.size === undefined ? {} : { size: formatBytes(item.size, locale) }),
    ...(item.sha256 === undefined ? {} : { sha256: item.sha256 }),
    state,
    stateLabel: stateText(row, locale),
    ...(uri === undefined ? {} : { uri }),
    texts: uploadTexts(item, locale).map(({ label, text }) => ({
      label,
      text,
      length: say(uploadWords.characters, locale, { count: lengthOf(text) }),
    })),
  };
}
