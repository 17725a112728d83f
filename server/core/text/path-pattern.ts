import picomatch from 'picomatch';
import { positionAutomaton } from './position-automaton';

/** Of more characters no person writes a pattern; what the answer costs grows with them. */
export const longestPattern = 256;

/**
 * What the machine's own expressions answer at once: stars that may end anywhere are tried in every combination, of which
 * two make few. Groups, alternatives and classes, which may be repeated, are left to the automaton.
 */
function isPlain(pattern: string): boolean {
  return !/[[({]/.test(pattern) && (pattern.match(/\*+/g)?.length ?? 0) <= 2;
}

type PathTest = (path: string) => boolean;

/**
 * How one pattern is answered. It comes from a file that anybody may have written, and must not hold the thread: the time
 * grows with the pattern and the path alone, never with the ways in which they could meet.
 * @returns undefined for a pattern that is not followed
 */
function pathTest(pattern: string): PathTest | undefined {
  if (pattern.length > longestPattern) return undefined;
  if (isPlain(pattern)) return picomatch(pattern);
  const automaton = positionAutomaton(picomatch.makeRe(pattern).source);
  // A path that is written as the pattern is meant by it, whatever its signs say.
  return automaton && ((path) => path !== '' && (path === pattern || automaton.test(path)));
}

/** Whether a pattern of paths is followed: it is no longer than {@link longestPattern}, and refers back to nothing. */
export function isFollowedPattern(pattern: string): boolean {
  return pattern.length <= longestPattern && (isPlain(pattern) || pathTest(pattern) !== undefined);
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
