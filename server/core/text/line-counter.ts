/**
 * Line numbers of places given in order; at one before the last it begins again. Lines end with LF, CR LF or CR, as in HL7.
 * @param first number of the line at which the text starts
 */
export function lineCounter(text: string, first: number): (place: number) => number {
  let [at, line] = [0, first];
  return (place) => {
    if (place < at) [at, line] = [0, first];
    for (; at < place; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++;
    }
    return line;
  };
}
