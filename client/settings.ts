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
  const kept = workspace.getConfiguration().get<Record<string, unknown>>(section) ?? {};
  // What VS Code gives are proxies, which no message to a worker can carry; settings are JSON.
  const settings = JSON.parse(JSON.stringify(kept)) as Record<string, unknown>;
  return { ...settings, trusted: workspace.isTrusted, ...more, attachCommands: true, catalogueDocuments: true };
}

/** Who the user is, as the settings say; empty while they do not. */
export function myName(): string {
  return workspace.getConfiguration(section).get<string>('moi')?.trim() ?? '';
}
