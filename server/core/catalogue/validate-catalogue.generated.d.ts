// Generated from schemas/catalogue.schema.json by scripts/generate-validators.mjs. Do not edit.
import type { ErrorObject } from 'ajv';
import type { CatalogueFile } from './catalogue-file';

declare const validate: {
  (data: unknown): data is CatalogueFile;
  errors?: ErrorObject[] | null;
};
export default validate;
