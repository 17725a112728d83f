import { join } from 'node:path';
import { evidenceInspectors } from '../inspection/evidence-inspectors';
import { inspectEvidence } from '../inspection/inspect-evidence';
import { createPdfReader } from '../inspection/pdf-reader';
import type { Inspect } from './read-content';

/** Looks inside evidence during one scan; its threads end with it. */
export interface ContentInspector {
  readonly inspect: Inspect;
  end(): Promise<void>;
}

export interface ContentInspectorOptions {
  /** Folder of the running bundle, where the code of the PDF thread is. */
  readonly bundleFolder?: string;
  readonly onInspectorFailure?: (error: unknown) => void;
}

export function contentInspector({
  bundleFolder = __dirname,
  onInspectorFailure,
}: ContentInspectorOptions): ContentInspector {
  // Starts its thread at the first PDF; without the thread's code, PDF facts are missing and nothing else.
  const reader = createPdfReader(join(bundleFolder, 'pdf-worker.js'));
  const setting = {
    inspectors: evidenceInspectors(reader),
    ...(onInspectorFailure ? { onFailure: onInspectorFailure } : {}),
  };
  return {
    inspect: async (source, cancellation, { control: wish, takePicture } = {}) => {
      const asked = { ...setting, ...(takePicture && { takePicture }) };
      if (!wish) return await inspectEvidence(source, asked, cancellation);
      // Loaded where it is asked for: it takes as much as all the rest.
      const { controllerFor } = await import('../cisis/controller-for.js');
      const control = await controllerFor(wish, cancellation);
      return await inspectEvidence(source, { ...asked, control }, cancellation);
    },
    end: async () => {
      await reader.dispose();
    },
  };
}
