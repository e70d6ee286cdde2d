/** Hex whose bytes are all printable ASCII, as that text: CIDs and memos are written as text on chain. Null otherwise. */
export const hexAsText = (hex: string): string | null => {
  if (!/^0x(?:[2-7][0-9a-f])+$/i.test(hex)) return null;
  let text = '';
  for (let i = 2; i < hex.length; i += 2) {
    const code = Number.parseInt(hex.slice(i, i + 2), 16);
    if (code > 126) return null;
    text += String.fromCharCode(code);
  }
  return text;
};

/** True when a text looks like a CID: the only hex texts that lead to a page. */
export const looksLikeCid = (text: string): boolean => /^(Qm[1-9A-HJ-NP-Za-km-z]{44}|b[a-z2-7]{40,})$/.test(text);
