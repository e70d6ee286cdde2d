const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters XML 1.0 has no way to write, and halves of surrogate pairs. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Any text as the content of an element or of a quoted attribute. */
export const escapeXml = (text: string): string =>
  text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>"']/g, (letter) => NAMES[letter] as string);
