/** Text from a catalogue or a manifest, shown as it is whatever it contains. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&').replace(/\r?\n/g, '  \n');
}

/** An id or a path. */
export function code(text: string): string {
  return text.includes('`') ? plain(text) : `\`${text}\``;
}

/** Paragraphs, without the absent ones. */
export function paragraphs(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join('\n\n');
}

export function bullets(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : lines.map((line) => `- ${line}`).join('\n');
}
