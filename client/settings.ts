import { env, workspace } from 'vscode';
import type { ClientOptions } from '../protocol/client-options';
import { section } from './ids';
import { type Locale, resolveLocale } from '../words/locale';

/** The language of messages that the settings ask for now. */
export function currentLanguage(): Locale {
  return resolveLocale(workspace.getConfiguration(section).get<ClientOptions['langue']>('langue'), env.language);
}

/**
 * Everything under `segurPreuves`, with what the server cannot know by itself.
 * @param more what the place that it runs in adds
 */
export function serverSettings(more: ClientOptions): ClientOptions {
  const settings = workspace.getConfiguration().get<Record<string, unknown>>(section) ?? {};
  return { ...settings, trusted: workspace.isTrusted, ...more, attachCommands: true, catalogueDocuments: true };
}

/** Who the user is, as the settings say; empty while they do not. */
export function myName(): string {
  return workspace.getConfiguration(section).get<string>('moi')?.trim() ?? '';
}
