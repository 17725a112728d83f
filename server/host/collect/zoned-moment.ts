/** A moment with its zone; a time without one may be that of any machine. */
export function zonedMoment(written: string | undefined): string | undefined {
  const text = written?.trim() ?? '';
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(text) &&
    !Number.isNaN(Date.parse(text))
    ? text
    : undefined;
}
