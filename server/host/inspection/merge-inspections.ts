import type { SecretSighting } from '../../core/evidence/find-secrets';
import type { IdentifierSighting, Inspection, UnreadPart } from '../../core/evidence/inspection';

/**
 * One inspection of what several inspectors found in the same content, the most specific first: its damage and facts count. An
 * identifier or secret found in a named place is not repeated from the plain text.
 */
export function mergeInspections(parts: readonly Partial<Inspection>[], maxFacts: number): Inspection {
  const merged = Object.assign({}, ...[...parts].reverse()) as { -readonly [Key in keyof Inspection]: Inspection[Key] };
  delete merged.identifiers;
  delete merged.secrets;
  delete merged.unread;
  delete merged.cdaControls;
  const identifiers = mergeIdentifiers(parts.flatMap(({ identifiers: found = [] }) => found));
  const secrets = mergeSecrets(parts.flatMap(({ secrets: found = [] }) => found));
  const unread = mergeUnread(parts.flatMap(({ unread: left = [] }) => left));
  const cdaControls = parts.flatMap(({ cdaControls: found = [] }) => found);
  return {
    ...merged,
    ...(identifiers.length > 0 && { identifiers: identifiers.slice(0, maxFacts) }),
    ...(secrets.length > 0 && { secrets: secrets.slice(0, maxFacts) }),
    ...(cdaControls.length > 0 && { cdaControls }),
    ...(parts.some(({ partial }) => partial) && { partial: true }),
    ...(unread.length > 0 && { unread: unread.slice(0, maxFacts) }),
  };
}

function mergeIdentifiers(all: readonly IdentifierSighting[]): IdentifierSighting[] {
  const placed = new Set(all.filter(({ where }) => where !== undefined).map(({ value }) => value));
  const seen = new Set<string>();
  return all.filter((sighting) => {
    if (sighting.where === undefined && placed.has(sighting.value)) return false;
    const key = JSON.stringify([sighting.value, sighting.where, sighting.line]);
    return !seen.has(key) && seen.add(key);
  });
}

function mergeSecrets(all: readonly SecretSighting[]): SecretSighting[] {
  const keyOf = ({ kind, form, line }: SecretSighting): string => JSON.stringify([kind, form.toLowerCase(), line]);
  const placed = new Set(all.filter(({ where, line }) => where !== undefined && line !== undefined).map(keyOf));
  const seen = new Set<string>();
  return all.filter((secret) => {
    if (secret.where === undefined && placed.has(keyOf(secret))) return false;
    const key = `${keyOf(secret)} ${secret.where ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

function mergeUnread(all: readonly UnreadPart[]): UnreadPart[] {
  return [...new Map(all.map((part) => [JSON.stringify([part.where, part.reason]), part])).values()];
}
