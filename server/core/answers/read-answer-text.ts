import { idRoles } from '../intake/tracking-sheet';
import { sheetDate } from '../intake/sheet-dates';
import { plainWords } from '../workbook/cell-text';
import type { KnownSubjects } from './answer-subjects';
import type { AnswerPlace, AnswerSubject, LeftLine, ReadAnswers, SaidAnswer } from './said-answer';
import { verdictOf, type Verdict } from './verdict-words';

/** What stands between the parts of a line. */
const separator = /^(?:\s|\||;|,(?=\s)|→|=>|:(?=\s|$)|(?<=\s)[–—-](?=\s)|[–—](?=\S))+/;
const nextSeparator = /\t|\||;|→|=>|(?:(?<!\s)\s+)?:(?=\s|$)|\s[–—-](?=\s)|\s?[–—]/;
const bullet = /^(?:[\s>•●▪◦*|]+|[-–—]\s+|\(?\d{1,3}[.)]\s+)+/;

/** What a part is said to be, by the word before its colon. */
const labels: ReadonlyMap<string, 'verdict' | 'comment' | 'date' | 'subject'> = new Map([
  ...['avis', 'verdict', 'statut', 'etat', 'decision', 'resultat'].map((word) => [word, 'verdict'] as const),
  ...['commentaire', 'commentaires', 'remarque', 'motif', 'observation', 'demande'].map(
    (word) => [word, 'comment'] as const,
  ),
  ...['date', 'le'].map((word) => [word, 'date'] as const),
  ...['preuve', 'scenario', 'exigence', 'n preuve', 'n scenario', 'n exigence', 'proof', 'requirement'].map(
    (word) => [word, 'subject'] as const,
  ),
]);

/** Letters, then figures with points, in one short word: what an id looks like that the dossier may not know. */
const idLike = /^[A-Z][A-Z0-9_]{1,40}(?:[/-]\w{1,40}){0,6}[./-]?\w{0,40}\d(?:\.\d{1,9}){1,9}$/;

/** How a letter ends: what follows is about no proof. */
const farewell =
  /^(?:bien\s+)?(?:cordialement|sinc[èe]res?\s+salutations|respectueusement|cordiales\s+salutations|bien\s+à\s+vous|(?:(?:best|kind|warm)\s+)?regards|sincerely|veuillez\s+agréer|--\s*$)/iu;

interface Open {
  readonly at: AnswerPlace;
  readonly subject: AnswerSubject;
  verdict?: string;
  on?: string;
  readonly comment: string[];
  /** What is said besides, where it is another verdict. */
  readonly others: { readonly at: AnswerPlace; readonly verdict: string }[];
}

const striking = /~~|<\/?(?:s|del|strike)>/giu;

/** A line that was struck out as Markdown or HTML writes it, or of which the beginning was. */
function struckPart(line: string): { readonly words: string; readonly behind: string } | undefined {
  const [first, second] = line.matchAll(striking);
  if (first?.index !== 0) return undefined;
  const start = first[0].length;
  if (second === undefined) return { words: line.slice(start), behind: '' };
  return { words: line.slice(start, second.index), behind: line.slice(second.index + second[0].length) };
}

/**
 * Reads a text that was pasted: a line that begins with an id opens an answer, with its verdict, its date and its comment in
 * any order behind it or on the lines below. Nothing is taken for a verdict but where it stands alone between separators.
 * @param chosen verdicts that the user says, by `plainWords`
 */
export function readAnswerText(text: string, known: KnownSubjects, chosen?: ReadonlyMap<string, Verdict>): ReadAnswers {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  return readAnswerLines(
    lines.map((line, index) => ({ at: { line: index + 1 }, text: line })),
    known,
    chosen,
  );
}

/** {@link readAnswerText} of lines that stand anywhere. */
export function readAnswerLines(
  lines: readonly { readonly at: AnswerPlace; readonly text: string }[],
  known: KnownSubjects,
  chosen?: ReadonlyMap<string, Verdict>,
): ReadAnswers {
  const answers: Open[] = [];
  const left: LeftLine[] = [];
  let isOver = false;
  for (const { at, text: whole } of lines) {
    const row = whole.trimStart().startsWith('|') ? withoutEnd(whole, /[\s|]/) : whole;
    const line = row.replace(bullet, '').trimEnd();
    if (line.trim() === '') continue;
    const struck = struckPart(line);
    if (struck) {
      const isAnswer = headOf(struck.words, known) !== undefined;
      if (isAnswer || /^[\s*_.;|]*$/.test(struck.behind)) {
        left.push({ at, text: line, isStruck: true });
        // What stands below an answer that was taken back is about no other.
        isOver ||= isAnswer;
        continue;
      }
    }
    const head = headOf(line, known);
    if (head) {
      const open: Open = { at, subject: head.subject, comment: [], others: [] };
      answers.push(open);
      isOver = false;
      readParts(head.rest, open, { at, chosen });
      continue;
    }
    isOver ||= farewell.test(line.trim());
    const open = isOver ? undefined : answers.at(-1);
    // A sentence that says something of another id is no comment on this one, and no answer that can be read.
    if (open && !saysOfAnother(line, open.subject, known)) readParts(line, open, { at, chosen });
    else left.push({ at, text: line });
  }
  // A name of a chapter alone is a heading over its proofs.
  const said = answers.filter((one) => one.subject.role !== 'chapitre' || !isBare(one));
  return { answers: said.flatMap(closed), left, unclear: [] };
}

function isBare({ verdict, on, comment }: Open): boolean {
  return verdict === undefined && on === undefined && comment.length === 0;
}

/** The answer, and whatever else is said of the same subject that day: which of them holds is not for us to say. */
function closed({ at, subject, verdict, on, comment, others }: Open): readonly SaidAnswer[] {
  const said = comment.join('\n').trim();
  const day = on === undefined ? {} : { on };
  return [
    { at, subject, ...(verdict === undefined ? {} : { verdict }), ...day, ...(said === '' ? {} : { comment: said }) },
    ...others.map((other) => ({ at: other.at, subject, verdict: other.verdict, ...day })),
  ];
}

interface Head {
  readonly subject: AnswerSubject;
  readonly rest: string;
}

/** The id or the chapter that a line begins with, alone or after the name of its kind; the longest that is known. */
function headOf(line: string, known: KnownSubjects): Head | undefined {
  return chapterHead(line, known) ?? idHead(line, known);
}

/**
 * A chapter is what a line is about where it says « Chapitre », or where nothing but a separator follows its name: a sentence
 * may well begin with it.
 */
function chapterHead(line: string, known: KnownSubjects): Head | undefined {
  const label = /^(?:chapitre|chapter)(?:\s+(?:n°\s*)?\d{1,3}(?:\s*[.)])?)?(?:\s*[:–—-]\s*|\s+)/iu.exec(line)?.[0];
  const body = line.slice(label?.length ?? 0);
  const quote = /^[«“"(]\s*/u.exec(body)?.[0].length ?? 0;
  const ahead = known.chapterAhead(body.slice(quote));
  if (ahead) {
    const rest = body.slice(quote + ahead.length).replace(/^\s*[»”"]/u, '');
    const isAlone = rest.trim() === '' || (nextSeparator.exec(rest)?.index ?? -1) === 0 || /^\s*[([]/u.test(rest);
    if (isAlone || label !== undefined) return { subject: { role: 'chapitre', id: ahead.name }, rest };
  }
  if (label === undefined) return undefined;
  // The name of no chapter is told, and takes nothing of what stands below it for the answer before.
  const cut = nextSeparator.exec(body)?.index ?? body.length;
  const written = body.slice(0, cut).trim();
  return written === '' ? undefined : { subject: { role: 'chapitre', id: written }, rest: body.slice(cut) };
}

/** The id that a line begins with, alone or after the name of its kind; the longest that is known. */
function idHead(line: string, known: KnownSubjects): Head | undefined {
  const named =
    /^(?:(?:n°|n|no)\s*(?:de\s+)?)?(?:preuve|sc[ée]nario|exigence|proof|requirement)\s*(?:n°)?\s*:?\s+/iu.exec(line);
  const start = named?.[0].length ?? 0;
  const body = line.slice(start);
  const cut = nextSeparator.exec(body)?.index ?? body.length;
  const chunk = body.slice(0, cut);
  const words = chunk.split(/(\s+)/);
  // « INS 1.1 » has a blank in it: as many words as make an id, else one.
  for (let count = Math.min(words.length, 7); count > 0; count -= 2) {
    const word = words.slice(0, count).join('');
    const subject = subjectOf(word, known);
    if (subject) return { subject, rest: body.slice(word.length) };
  }
  const first = words.slice(0, 1).join('');
  // « INS/va1.56.02.01:validé »
  const tight = /^[^\s:]+(?=:\S)/.exec(first)?.[0];
  const glued = tight === undefined ? undefined : subjectOf(tight, known);
  if (tight !== undefined && (glued !== undefined || idLike.test(tight)))
    return { subject: glued ?? proofOf(tight), rest: `: ${body.slice(tight.length + 1)}` };
  return idLike.test(first) ? { subject: proofOf(first), rest: body.slice(first.length) } : undefined;
}

function proofOf(id: string): AnswerSubject {
  return { role: 'preuve', id, above: [] };
}

/** A text without such characters at its end. */
function withoutEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Whether a line names another id and has the words of a verdict. */
function saysOfAnother(line: string, subject: AnswerSubject, known: KnownSubjects): boolean {
  if (!/\bvalid|modif(?:ication)?s?\s+(?:est\s+|sont\s+)?demand/iu.test(line)) return false;
  return line.split(/[\s,;«»"()]+/).some((word) => {
    const other = subjectOf(withoutEnd(word, /[.:]/), known);
    return other !== undefined && (other.role !== subject.role || other.id !== subject.id);
  });
}

/** What an id is about, by the narrowest kind that knows it. */
function subjectOf(word: string, known: KnownSubjects): AnswerSubject | undefined {
  if (!/\d/.test(word)) return undefined;
  for (const role of idRoles) {
    const id = known.find(role, word);
    if (id !== undefined) return { role, id, above: [] };
  }
  return undefined;
}

interface PartsContext {
  readonly at: AnswerPlace;
  readonly chosen: ReadonlyMap<string, Verdict> | undefined;
}

/** Takes the parts of a line that are a verdict, a date or labelled; what is left is comment, as it is written. */
function readParts(line: string, open: Open, { at, chosen }: PartsContext): void {
  let rest = line;
  let label: string | undefined;
  for (;;) {
    rest = rest.replace(separator, '');
    if (rest.trim() === '') return;
    const cut = nextSeparator.exec(rest)?.index ?? rest.length;
    const part = rest.slice(0, cut).trim();
    const kind = labels.get(plainWords(part));
    const isLabel = kind !== undefined && /^\s*:/.test(rest.slice(cut)) && label === undefined;
    if (isLabel && kind !== 'subject') {
      label = kind;
      rest = rest.slice(cut);
      continue;
    }
    if (label === 'comment') break;
    const inBrackets = /^[([](.*)[)\]]$/.exec(part)?.[1] ?? part;
    const day = dateIn(inBrackets);
    const dated = label === 'date' ? undefined : datedVerdict(part, chosen);
    if (dated && open.verdict === undefined && open.on === undefined) {
      open.verdict = dated.verdict;
      open.on = dated.on;
    } else if (open.verdict === undefined && (label === 'verdict' || verdictOf(inBrackets, chosen) !== undefined)) {
      open.verdict = inBrackets;
    } else if (open.on === undefined && day !== undefined) {
      open.on = day;
    } else if (open.verdict === undefined && open.comment.length === 0 && isShort(part)) {
      // It stands where a verdict does: told as a word that is not known, and never taken for one.
      open.verdict = part;
    } else break;
    label = undefined;
    rest = rest.slice(cut);
  }
  open.comment.push(rest.trim());
  if (label !== 'comment') for (const verdict of otherVerdicts(rest, open, chosen)) open.others.push({ at, verdict });
}

/** Parts of a comment that are, each as a whole, another verdict than the one that was taken. */
function otherVerdicts(text: string, { verdict }: Open, chosen: PartsContext['chosen']): readonly string[] {
  const taken = verdict === undefined ? undefined : verdictOf(verdict, chosen);
  if (taken === undefined) return [];
  const found: string[] = [];
  let rest = text.replace(separator, '');
  while (rest.trim() !== '') {
    const cut = nextSeparator.exec(rest)?.index ?? rest.length;
    const part = rest.slice(0, cut).trim();
    const isLabel = /^\s*:/.test(rest.slice(cut));
    if (isLabel && labels.get(plainWords(part)) === 'comment') break;
    const bare = /^[([](.*)[)\]]$/.exec(part)?.[1] ?? part;
    const said = datedVerdict(part, chosen)?.verdict ?? bare;
    const own = verdictOf(said, chosen);
    if (own !== undefined && own !== taken) found.push(said);
    rest = rest.slice(cut).replace(separator, '');
  }
  return found;
}

/** « Modification demandée (18/11/2026) », « validé le 18 novembre 2026 » */
function datedVerdict(
  part: string,
  chosen: ReadonlyMap<string, Verdict> | undefined,
): { readonly verdict: string; readonly on: string } | undefined {
  const brackets = /[([]([^()[\]]+)[)\]]$/u.exec(part);
  const preposition = part.search(/\s(?:le|du|on)\s/iu);
  const readings = [
    ...(brackets ? [{ end: brackets.index, date: part.slice(brackets.index + 1, -1) }] : []),
    ...(preposition < 0 ? [] : [{ end: preposition, date: part.slice(preposition).trim() }]),
  ];
  for (const { end, date } of readings) {
    const verdict = part.slice(0, end).trim();
    const on = dateIn(date);
    if (verdict !== '' && on !== undefined && verdictOf(verdict, chosen) !== undefined) return { verdict, on };
  }
  return undefined;
}

function isShort(part: string): boolean {
  return part.split(/\s+/).length <= 4 && part.length <= 40;
}

function dateIn(part: string): string | undefined {
  return sheetDate(part.replace(/^(?:le|du|reçue? le|on)\s+/iu, ''), 'dayFirst');
}
