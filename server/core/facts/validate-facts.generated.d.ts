// Generated from schemas/faits.schema.json by scripts/generate-validators.mjs. Do not edit.
import type { ErrorObject } from 'ajv';
import type { FactsFile } from './facts-file';

declare const validate: {
  (data: unknown): data is FactsFile;
  errors?: ErrorObject[] | null;
};
export default validate;
