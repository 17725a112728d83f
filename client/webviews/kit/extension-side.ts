/** The other side of a page: the extension, and what VS Code keeps for the page while it is hidden. */
export interface ExtensionSide<Sent, State> {
  readonly postMessage: (message: Sent) => void;
  /** What {@link ExtensionSide.setState} kept, also before the page was hidden or the window reloaded. */
  readonly getState: () => State | undefined;
  readonly setState: (state: State) => void;
}

declare function acquireVsCodeApi(): unknown;

/** Connects a page with the extension; VS Code allows it once. @param receive is told each message */
export function connect<Sent, State>(receive: (message: unknown) => void): ExtensionSide<Sent, State> {
  const side = acquireVsCodeApi() as ExtensionSide<Sent, State>;
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    receive(event.data);
  });
  return side;
}
