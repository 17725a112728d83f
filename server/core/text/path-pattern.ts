import picomatch from 'picomatch';
import { positionAutomaton } from './position-automaton';

/** Of more characters no person writes a pattern; what the answer costs grows with them. */
export const longestPattern = 256;

/**
 * The machine's own expressions are the fastest, but try stars in every combination of the places where each may end: left
 * to them are a few stars on a path that is no longer than {@link longestQuick}. Groups, and classes that may be repeated,
 * are left to the automaton.
 */
function isPlain(pattern: string): boolean {
  const withoutClasses = pattern.replace(/\[[^\][\\]*\](?![+(])/g, '');
  return !/[[({\\]/.test(withoutClasses) && (withoutClasses.match(/\*+/g)?.length ?? 0) <= 3;
}

const longestQuick = 256;

type PathTest = (path: string) => boolean;

/**
 * How one pattern is answered. It comes from a file that anybody may have written, and must not hold the thread: the time
 * grows with the pattern and the path alone, never with the ways in which they could meet.
 * @returns undefined for a pattern that is not followed
 */
function pathTest(pattern: string): PathTest | undefined {
  if (pattern.length > longestPattern) return undefined;
  const expression = picomatch.makeRe(pattern);
  const isQuick = isPlain(pattern);
  // Of a pattern that is quick it is made when the first long path comes.
  let automaton = isQuick ? undefined : positionAutomaton(expression.source);
  if (!isQuick && !automaton) return undefined;
  return (path) => {
    // A path that is written as the pattern is meant by it, whatever its signs say.
    if (path === pattern || path === '') return path !== '';
    if (isQuick && path.length <= longestQuick) return expression.test(path);
    automaton ??= positionAutomaton(expression.source);
    return automaton?.test(path) === true;
  };
}

/** Whether a pattern of paths is followed: it is no longer than {@link longestPattern}, and refers back to nothing. */
export function isFollowedPattern(pattern: string): boolean {
  return pathTest(pattern) !== undefined;
}

/**
 * Whether a path is meant by one of some patterns, which come from a file that anybody may have written.
 * @returns takes a path with `/`. A pattern that is not followed means nothing: where it is written, that is to be said
 * ({@link isFollowedPattern}).
 */
export function pathMatcher(patterns: readonly string[]): PathTest {
  const tests = patterns.flatMap((pattern) => (pattern === '' ? [] : (pathTest(pattern) ?? [])));
  return (path) => tests.some((test) => test(path));
}
