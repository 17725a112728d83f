/**
 * Turns the stored text of a cell into the text that is shown: `_xHHHH_` escapes (ECMA-376 part 1, 22.9.2.19: a
 * character that XML cannot hold, `_x005F_` for an underscore that would start such an escape), one kind of line end,
 * no control character.
 */
export function shownText(stored: string): string {
  const unescaped = stored.includes('_x')
    ? stored.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : stored;
  // eslint-disable-next-line no-control-regex -- these are the characters to remove
  return unescaped.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
}
