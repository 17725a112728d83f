import { LanguageClient } from 'vscode-languageclient/node';

/** A language client that logs its own errors without a pop-up: the connection says what happened, in the user's language. */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
