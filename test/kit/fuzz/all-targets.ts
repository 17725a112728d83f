import type { FuzzTarget } from './fuzz-target';
import { assistantTarget } from './targets/assistant';
import { evidenceTarget } from './targets/evidence';
import { fragmentTarget, manifestReadingTarget, manifestTarget } from './targets/manifest';
import { packageTarget } from './targets/package';
import { previewTarget } from './targets/preview';
import { protocolTarget } from './targets/protocol';
import { testResultsTarget } from './targets/test-results';
import { textTargets } from './targets/texts';
import { workbookTarget } from './targets/workbook';

export const allTargets: readonly FuzzTarget[] = [
  manifestTarget,
  manifestReadingTarget,
  fragmentTarget,
  evidenceTarget,
  workbookTarget,
  ...textTargets,
  testResultsTarget,
  packageTarget,
  assistantTarget,
  protocolTarget,
  previewTarget,
];
