const codes = { red: '31', yellow: '33', blue: '34', green: '32', grey: '90', bold: '1' } as const;

export type Colour = keyof typeof codes;

/** Text in a colour, where colours are shown. */
export function paint(colour: Colour, text: string, shown: boolean): string {
  return shown ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text;
}
