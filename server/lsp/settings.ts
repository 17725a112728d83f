import type { ClientOptions } from '../../protocol/client-options';

/** Reads what a client sent as options or configuration; whatever is not as expected is left out. */
export function readOptions(value: unknown): ClientOptions {
  if (typeof value !== 'object' || value === null) return {};
  const {
    langue,
    trusted,
    lireLesImages,
    controleCda,
    storagePath,
    catalogueFolder,
    suggestCommand,
    attachCommands,
    catalogueDocuments,
  } = value as Record<string, unknown>;
  return {
    ...(langue === 'auto' || langue === 'fr' || langue === 'en' ? { langue } : {}),
    ...(typeof trusted === 'boolean' ? { trusted } : {}),
    ...(typeof lireLesImages === 'boolean' ? { lireLesImages } : {}),
    ...(typeof controleCda === 'string' ? { controleCda: controleCda.trim() } : {}),
    ...(attachCommands === true ? { attachCommands } : {}),
    ...(catalogueDocuments === true ? { catalogueDocuments } : {}),
    ...(typeof storagePath === 'string' && storagePath !== '' ? { storagePath } : {}),
    ...(typeof catalogueFolder === 'string' ? { catalogueFolder } : {}),
    ...(typeof suggestCommand === 'string' && suggestCommand !== '' ? { suggestCommand } : {}),
  };
}
