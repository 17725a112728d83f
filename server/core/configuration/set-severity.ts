import { groupOf } from '../text/group-of';
import type { SeveritySetting } from '../findings/severity';
import type { OffsetRange } from '../text/offset-range';

/** The edit that sets the severity of a rule in a `segur.config.yaml`, comments and layout kept. */
export interface SeverityEdit {
  readonly range: OffsetRange;
  readonly text: string;
}

/**
 * @param text the present file, or undefined when there is none
 * @returns undefined when the rule's severity stands in a form that a line edit would break (flow style)
 */
export function setSeverity(
  text: string | undefined,
  rule: string,
  severity: SeveritySetting,
): SeverityEdit | undefined {
  const line = `  ${rule}: ${severity}\n`;
  if (text === undefined) return { range: { start: 0, end: 0 }, text: `version: 1\ngravites:\n${line}` };
  const head = /^gravites[ \t]*:[ \t]*(?:#.*)?\r?$/m.exec(text);
  if (!head) {
    if (/^gravites[ \t]*:/m.test(text)) return undefined;
    const gap = text === '' || text.endsWith('\n') ? '' : '\n';
    return { range: { start: text.length, end: text.length }, text: `${gap}gravites:\n${line}` };
  }
  const existing = new RegExp(`^([ \\t]+["']?${escape(rule)}["']?[ \\t]*:[ \\t]*)([^\\s#]*)`, 'm').exec(text);
  if (existing) {
    const start = existing.index + groupOf(existing, 1).length;
    return { range: { start, end: start + groupOf(existing, 2).length }, text: severity };
  }
  const after = text.indexOf('\n', head.index);
  const start = after < 0 ? text.length : after + 1;
  const indent = /^([ \t]+)\S/.exec(text.slice(start))?.[1] ?? '  ';
  return { range: { start, end: start }, text: `${after < 0 ? '\n' : ''}${indent}${rule}: ${severity}\n` };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
