/** The upper half of code page 437, the character set of names without the UTF-8 flag (APPNOTE, appendix D). */
const upper437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The name that the bytes spell, or undefined when they claim to be UTF-8 and are not. Without the claim, UTF-8 is
 * tried first (macOS writes it without the flag), then code page 437.
 */
export function decodeEntryName(bytes: Uint8Array, claimsUtf8: boolean): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    // A TypeError is how the decoder says that the bytes are not UTF-8.
    if (claimsUtf8) return undefined;
    return Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : (upper437[byte - 128] ?? ''))).join(
      '',
    );
  }
}
