// Standard base64 as the notes use it: strict, with padding, the same in browsers and servers. Source: RFC 4648 §4.

const alphabet = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The base64 text of bytes. */
export function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The bytes, or undefined when the text is not the one base64 text of any bytes. */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  if (!alphabet.test(text)) return undefined;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  // Why: unused bits that are not zero would give one value several texts.
  return base64Of(bytes) === text ? bytes : undefined;
}
