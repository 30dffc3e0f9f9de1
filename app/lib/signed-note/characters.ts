// Which characters a note and a key's name may hold. Source: c2sp.org/signed-note "Format".

/** Whether the text has an ASCII control character other than the newline, or half of a surrogate pair, which UTF-8 cannot carry. */
export function hasForbiddenCharacter(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if ((code < 0x20 && code !== 0x0a) || (code >= 0xd800 && code <= 0xdfff)) return true;
  }
  return false;
}

/** Names of keys are not empty and hold no space and no plus. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && !/[\s+]/u.test(name) && !hasForbiddenCharacter(name);
}
