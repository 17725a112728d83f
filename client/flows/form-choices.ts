import type { Choice } from './ask';

/** The forms that a file may be written in, in their order. @param words of each form its name, and what it is for */
export function formChoices<Form extends string>(
  forms: readonly Form[],
  words: Readonly<Record<Form, readonly string[]>>,
): readonly Choice<Form>[] {
  return forms.map((value) => {
    const [label = value, detail = ''] = words[value];
    return { label, detail, value };
  });
}
