import { pathMatcher } from '../text/path-pattern';
import { folderOf, relativeTo, under } from '../text/uri';
import { names, type Configuration } from './configuration';

/**
 * Which files the `ignorer` entries of a configuration keep a rule from, for a rule that must know before it speaks.
 * @returns takes a rule's id and a path relative to `rootUri`
 */
export function ignoredFiles(configuration: Configuration, rootUri: string): (rule: string, path: string) => boolean {
  const folder = configuration.uri === undefined ? rootUri : folderOf(configuration.uri);
  const matchers = new Map<string, ((path: string) => boolean) | undefined>();
  return (rule, path) => {
    if (!matchers.has(rule)) matchers.set(rule, matcherFor(rule, configuration));
    const isMatch = matchers.get(rule);
    const relative = isMatch && relativeTo(folder, under(rootUri, path));
    return relative !== undefined && isMatch?.(relative) === true;
  };
}

function matcherFor(rule: string, { ignores }: Configuration): ((path: string) => boolean) | undefined {
  const files = ignores.flatMap((entry) =>
    entry.rules.length === 0 || entry.rules.some((written) => names(written, rule)) ? entry.files : [],
  );
  return files.length > 0 ? pathMatcher(files) : undefined;
}
