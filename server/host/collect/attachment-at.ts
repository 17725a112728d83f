import { basename, dirname, isAbsolute, resolve } from 'node:path';
import type { TestAttachment } from '../../core/collect/test-result';

/**
 * A file that a report names.
 * @param name how the report calls it; empty where it has no name but that of the file
 * @param report absolute: the path starts from its folder
 */
export function attachmentAt(name: string, path: string, report: string): TestAttachment {
  // Reports made on another machine keep its separators.
  const fileName = basename(path.replaceAll('\\', '/'));
  const local = isAbsolute(path) ? path : resolve(dirname(report), path);
  return { name: name === '' ? fileName : name, fileName, source: { kind: 'file', path: local } };
}
