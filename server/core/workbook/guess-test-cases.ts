/**
 * Test cases named in a text: those of the CI-SIS interoperability space (`CI-SIS-CR-CDA-N1-Create_doc-Sc1`) and of the
 * MSSanté editors' test tool (`MSS-LPS-SEGUR-GEN`). Ranges (`Sc1 à Sc5`) are not spelled out.
 */
export function guessTestCases(text: string): string[] {
  const plain = text.replace(/[\u2010-\u2015]/g, '-');
  const names = plain.match(/\b(?:CI-SIS-[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)+|MSS-LPS-SEGUR-[A-Z]+(?:-[A-Z]+)*)/g) ?? [];
  return [...new Set(names)];
}
