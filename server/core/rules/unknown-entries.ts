import type { Catalogue } from '../catalogue/catalogue';
import type { ReportDetails } from './rule';

/**
 * How heavy an id is that the catalogue does not have. An imported REM is complete: the id is wrong. A built-in catalogue is
 * a partial reconstruction: the published REM may have the id, so that it is no error.
 */
export function unknownSeverity({ state }: Catalogue): Pick<ReportDetails, 'severity'> {
  return state === 'complet' ? {} : { severity: 'warning' };
}
