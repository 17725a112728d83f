import { styleText } from 'node:util';

export type Colour = 'red' | 'yellow' | 'blue' | 'green' | 'grey' | 'bold';

/** Text in a colour, where colours are shown: whoever starts the command knows the terminal (`server/cli/start.ts`). */
export function paint(colour: Colour, text: string, shown: boolean): string {
  return shown ? styleText(colour, text, { validateStream: false }) : text;
}
