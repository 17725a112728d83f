import { withoutHidden } from '../text/hidden-characters';

/** Excel's own limit; a longer text would make the whole file unreadable to it. */
const maxCellLength = 32_767;

/**
 * A text as a cell of a workbook holds it: what XML 1.0 cannot hold becomes U+FFFD, what nobody sees is taken out, line ends
 * are `\n`, and what is too long is cut and ends with « … ». A text of this form stays as it is.
 */
export function cellForm(text: string): string {
  const whole = withoutHidden(
    text
      .replaceAll('\r\n', '\n')
      .replaceAll('\r', '\n')
      // eslint-disable-next-line no-control-regex -- exactly the characters that XML refuses
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD'),
  );
  return whole.length > maxCellLength ? `${whole.slice(0, maxCellLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : whole;
}
