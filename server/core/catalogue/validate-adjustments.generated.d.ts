// Generated from schemas/ajustements.schema.json by scripts/generate-validators.mjs. Do not edit.
import type { ErrorObject } from 'ajv';
import type { AdjustmentsFile } from './adjustments-file';

declare const validate: {
  (data: unknown): data is AdjustmentsFile;
  errors?: ErrorObject[] | null;
};
export default validate;
