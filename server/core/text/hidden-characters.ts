/**
 * Characters that nobody sees: controls, signs of direction (`U+202E` shows `gol.exe.log` as `gol.exe` read backwards),
 * zero-width and filler characters (Unicode, Default_Ignorable_Code_Point, and TR 9 and 36). Joiners count between Latin
 * letters only, tags outside of flags only: elsewhere they are part of what is written. Variation selectors never count.
 */
const hidden =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- these characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|(?<=[\u0000-\u024f]|^)[\u200c\u200d]|[\u200c\u200d](?=[\u0000-\u024f]|$)|(?<![\u{1f3f4}\u{e0000}-\u{e007f}])[\u{e0000}-\u{e007f}]/gu;

/** The first of them, as `U+202E`. */
export function hiddenCharacter(text: string): string | undefined {
  const [found] = text.match(hidden) ?? [];
  return found === undefined ? undefined : codePoint(found);
}

/** The text as it should have been: what is left reads as it is seen. */
export function withoutHidden(text: string): string {
  return text.replace(hidden, '');
}

/** The text with each of them shown: `a<U+202E>gol.exe.log`. */
export function shownHidden(text: string): string {
  return text.replace(hidden, (one) => `<${codePoint(one)}>`);
}

/** JSON that says the same, and in which none of them stands. @param json text of which they stand in strings only */
export function jsonWithoutHidden(json: string): string {
  return json.replace(hidden, (one) =>
    one.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  ); // prettier-ignore
}

/** The same for YAML of which they stand between double quotes only. */
export function yamlWithoutHidden(yaml: string): string {
  return yaml.replace(hidden, (one) => `\\U${hexadecimal(one).padStart(8, '0')}`);
}

function codePoint(one: string): string {
  return `U+${hexadecimal(one).toUpperCase().padStart(4, '0')}`;
}

function hexadecimal(one: string): string {
  return (one.codePointAt(0) ?? 0).toString(16);
}
