/** As large as a hostile input is made, in bytes. */
export const mebibyte = 1024 * 1024;

/** A text of ASCII that is a mebibyte: what it begins with, one unit after the other, and what it ends with. */
export function fill(head: string, unit: string | ((index: number) => string), tail = ''): string {
  const parts = [head];
  let room = mebibyte - head.length - tail.length;
  for (let index = 0; ; index++) {
    const next = typeof unit === 'string' ? unit : unit(index);
    room -= next.length;
    if (room < 0) break;
    parts.push(next);
  }
  return parts.join('') + tail;
}
