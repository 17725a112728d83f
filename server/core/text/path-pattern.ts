import picomatch from 'picomatch';

/**
 * Stars of a pattern that is followed. Each may end at every character of a path, in every combination with the others: of
 * twenty-five nobody sees the end.
 */
const mostStars = 6;
/** Repeated groups, which may hold each other: `+(a)`, `*(a)`, `!(a)`, `(a)+`, `(a){9}`. */
const repeats = /[+*!?]\(|\)[+*?{]/;

/**
 * Whether a pattern of paths is answered in a time that one has, whatever the path is. Groups that are repeated are not,
 * nor are more stars than a person writes.
 */
export function isBoundedPattern(pattern: string): boolean {
  if (repeats.test(pattern)) return false;
  // Of a group, the `+` and `?` are those of regular expressions.
  const counted = pattern.includes('(') ? /\*+|[+?]/g : /\*+|\+/g;
  return (pattern.match(counted)?.length ?? 0) <= mostStars;
}

/**
 * Whether a path is meant by one of some patterns, which come from a file that anybody may have written.
 * @returns takes a path with `/`. A pattern that is not bounded means nothing.
 */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const bounded = patterns.filter(isBoundedPattern);
  return bounded.length === 0 ? () => false : picomatch(bounded);
}
