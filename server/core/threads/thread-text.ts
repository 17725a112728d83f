import { readDiscussion, type Discussion } from '../manifest/read-discussion';
import { yamlWithoutHidden } from '../text/hidden-characters';
import { messageOf } from './read-thread';
import type { ThreadMessage, ThreadSubject } from './thread';

export interface NewThread {
  /** Ids, of the catalogue where it knows them. */
  readonly about: ThreadSubject;
  /** Name of the main manifest, where the folder holds several. */
  readonly dossier?: string;
  readonly subject?: string;
  readonly first: ThreadMessage;
}

/**
 * The text of a new thread. Each message is one line that ends the file: two people who write in two branches add two lines,
 * and git keeps both.
 */
export function newThreadText({ about, dossier, subject, first }: NewThread): string {
  const line = (key: string, value: string | undefined) => (value === undefined ? '' : `${key}: ${quoted(value)}\n`);
  return [
    'version: 1\n',
    line('exigence', about.requirement),
    line('scenario', about.scenario),
    line('preuve', about.proof),
    line('dossier', dossier),
    line('sujet', subject),
    'etat: ouverte\nmessages:\n',
    `  - ${messageLine(first)}\n`,
  ].join('');
}

/**
 * A change of a thread as its text; undefined where the text is written in a way that a line cannot be added to, or is broken:
 * then it is left as it is. What comes out is read again and says what was meant, or is not given out.
 */
export type ThreadChange = (text: string) => string | undefined;

/** Adds a message behind the others. */
export function withMessage(message: ThreadMessage): ThreadChange {
  return (text) => {
    const { discussion, problems } = readDiscussion(text);
    if (problems.length > 0) return undefined;
    const after = appended(text, messageLine(message));
    const wanted = [...plainMessages(discussion), [message.by, message.on, message.text]];
    return says(after, { ...plain(discussion), messages: wanted }) ? after : undefined;
  };
}

/** Closes a thread, or opens it again. */
export function withState(state: 'ouverte' | 'close'): ThreadChange {
  return (text) => {
    const { discussion, problems } = readDiscussion(text);
    if (problems.length > 0) return undefined;
    const range = discussion.state?.range;
    const key = /^(?:messages|"messages"|'messages')[ \t]*:/m.exec(text);
    const at = key?.index ?? text.length;
    const gap = at === 0 || text[at - 1] === '\n' ? '' : eolOf(text);
    const after = range
      ? `${text.slice(0, range.start)}${state}${text.slice(range.end)}`
      : `${text.slice(0, at)}${gap}etat: ${state}${eolOf(text)}${text.slice(at)}`;
    return says(after, { ...plain(discussion), state }) ? after : undefined;
  };
}

/**
 * Takes a message away.
 * @param at its place among the messages, 0-based
 * @param expected what stands there: another text is left alone
 */
export function withoutMessage(at: number, expected: ThreadMessage): ThreadChange {
  return (text) => {
    const { discussion, problems } = readDiscussion(text);
    const message = discussion.messages[at];
    if (problems.length > 0 || !message) return undefined;
    const messages = plainMessages(discussion);
    if (!sameMessage(messages[at], [expected.by, expected.on, expected.text])) return undefined;
    const start = text.lastIndexOf('\n', message.range.start - 1) + 1;
    if (!/^[ \t]*-[ \t]+$/.test(text.slice(start, message.range.start))) return undefined;
    const next = discussion.messages[at + 1];
    const end = next ? text.lastIndexOf('\n', next.range.start - 1) + 1 : lineEnd(text, message.range.end);
    const after = text.slice(0, start) + text.slice(end);
    const left = messages.filter((_, index) => index !== at);
    return says(after, { ...plain(discussion), messages: left }) ? after : undefined;
  };
}

/** Whether nothing is said any more: such a thread is none. */
export function isEmptyThread(text: string): boolean {
  return readDiscussion(text).discussion.messages.length === 0;
}

function appended(text: string, line: string): string {
  const eol = eolOf(text);
  const { messages } = readDiscussion(text).discussion;
  const last = messages.at(-1);
  if (last) {
    const start = text.lastIndexOf('\n', last.range.start - 1) + 1;
    const margin = /^([ \t]*)-[ \t]+$/.exec(text.slice(start, last.range.start))?.[1];
    if (margin === undefined) return inFlow(text, last.range.end, line);
    const end = lineEnd(text, last.range.end);
    const gap = end === 0 || text[end - 1] === '\n' ? '' : eol;
    return `${text.slice(0, end)}${gap}${margin}- ${line}${eol}${text.slice(end)}`;
  }
  const empty = /^(messages[ \t]*:)[ \t]*(?:(?:\[[ \t]*\]|null|~)[ \t]*)?(?:#.*)?(\r?\n|$)/m.exec(text);
  if (empty) {
    const end = empty.index + empty[0].length;
    return `${text.slice(0, empty.index)}messages:${eol}  - ${line}${eol}${text.slice(end)}`;
  }
  const gap = text.endsWith('\n') ? '' : eol;
  return `${text}${gap}messages:${eol}  - ${line}${eol}`;
}

/** Behind the last of `[ {…}, {…} ]`. */
function inFlow(text: string, end: number, line: string): string {
  return `${text.slice(0, end)}, ${line}${text.slice(end)}`;
}

/** The offset behind the line on which something ends; what ends with its line break already ends there. */
function lineEnd(text: string, end: number): number {
  if (end > 0 && text[end - 1] === '\n') return end;
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
}

function messageLine({ by, on, text }: ThreadMessage): string {
  return `{ par: ${quoted(by)}, le: ${on}, texte: ${quoted(text)} }`;
}

/** On one line, whatever it holds. */
function quoted(text: string): string {
  return yamlWithoutHidden(JSON.stringify(text));
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

interface Plain {
  readonly about: readonly (string | undefined)[];
  readonly state: string;
  readonly messages: readonly (readonly string[])[];
}

function plain(discussion: Discussion): Plain {
  const { requirement, scenario, proof, dossier, subject, state } = discussion;
  return {
    about: [requirement, scenario, proof, dossier, subject].map((one) => one?.value),
    state: state?.value ?? 'ouverte',
    messages: plainMessages(discussion),
  };
}

function plainMessages({ messages }: Discussion): string[][] {
  return messages.map(messageOf).map(({ by, on, text }) => [by, on, text]);
}

function sameMessage(one: readonly string[] | undefined, other: readonly string[]): boolean {
  return one !== undefined && one.every((part, index) => part === other[index]);
}

function says(text: string, wanted: Plain): boolean {
  const { discussion, problems } = readDiscussion(text);
  return problems.length === 0 && JSON.stringify(plain(discussion)) === JSON.stringify(wanted);
}
