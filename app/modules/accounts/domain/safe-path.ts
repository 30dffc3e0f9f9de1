// Where somebody may be sent after signing in: only to a page of ours.

/**
 * The path if it is a path of this site, otherwise the fallback.
 *
 * Security: "//evil.example", "/\evil.example" and "/%09/evil.example" are addresses of other sites to some browsers.
 */
export function safePath(wished: unknown, fallback = "/"): string {
  if (typeof wished !== "string" || wished.length > 2000) return fallback;
  const isPlain = /^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(wished);
  if (!isPlain) return fallback;
  const base = "http://site.invalid";
  const target = URL.canParse(wished, base) ? new URL(wished, base) : undefined;
  return target?.origin === base ? `${target.pathname}${target.search}${target.hash}` : fallback;
}
