import type { SentenceArguments } from '../messages/say';
import { isCalendarDate } from '../time/calendar-date';
import type { ScalarShape } from './shape';

/** What is wrong with a scalar's source text, if anything. */
export function scalarProblem(
  value: string,
  shape: ScalarShape,
): { readonly kind: 'badValue' | 'badFormat'; readonly args: SentenceArguments } | undefined {
  if (shape.allowed && !shape.allowed.includes(value)) {
    return { kind: 'badValue', args: { value, allowed: shape.allowed.join(', ') } };
  }
  switch (shape.format) {
    case 'date':
      return isCalendarDate(value) ? undefined : { kind: 'badFormat', args: { value, format: 'date' } };
    case 'sha256':
      return /^[0-9a-f]{64}$/i.test(value) ? undefined : { kind: 'badFormat', args: { value, format: 'sha256' } };
    case 'fingerprint':
      return /^[0-9a-f]{8}$/i.test(value) ? undefined : { kind: 'badFormat', args: { value, format: 'fingerprint' } };
    case 'integer':
      return /^\d{1,15}$/.test(value) ? undefined : { kind: 'badFormat', args: { value, format: 'integer' } };
    case 'execution':
      // Executions are numbered from 1: 0 is what a form gives when nothing was filled in.
      return /^(?=.{1,15}$)0*[1-9]\d*$/.test(value)
        ? undefined
        : { kind: 'badFormat', args: { value, format: 'execution' } };
    case 'url':
      return isUrl(value) ? undefined : { kind: 'badFormat', args: { value, format: 'url' } };
    case 'text':
    case 'version':
    case 'formatVersion':
    case 'path':
    case 'glob':
      return undefined;
  }
}

/** An absolute web address; which hosts and forms are right for a proof is a matter of other rules. */
function isUrl(value: string): boolean {
  return /^https?:\/\/[^\s/?#]+([/?#]\S*)?$/i.test(value);
}
