import { stat } from 'node:fs/promises';
import type { packagesRequest, PackagesResult } from '../../../protocol/requests/packages';
import { throwIfCancelled } from '../../core/ports/cancellation';
import { failureSentence } from '../../host/operations/failure-sentence';
import { readFiledState } from '../../host/operations/read-filed-state';
import type { Answer } from '../request-context';

/** Only their records are read. What cannot be read is no package to offer. */
export const answer: Answer<typeof packagesRequest> = async ({ files }, { locale }, cancellation) => {
  const packages: PackagesResult['packages'][number][] = [];
  for (const file of files) {
    throwIfCancelled(cancellation);
    try {
      const [state, { mtimeMs }] = [await readFiledState(file, cancellation), await stat(file)];
      if (!state) continue;
      const software = [state.software, state.softwareVersion].filter((one) => one !== undefined).join(' ');
      const description = [software, state.dispositif ?? ''].filter((one) => one !== '').join(' · ');
      packages.push({ file, description, modified: mtimeMs });
    } catch (error) {
      if (failureSentence(error, file, locale) === undefined) throw error;
    }
  }
  return { packages: packages.sort((a, b) => b.modified - a.modified) };
};
