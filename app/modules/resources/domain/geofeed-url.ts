// The address of a geofeed file: where a holder says in which country and city its addresses are used. RFC 8805; RFC 9632 §3 (https); RFC 9877.

/** What a directory's readers will copy; longer is no address that people share. */
const mostCharacters = 500;

/** The address in its normal form; undefined for what is none, is not https, or carries a password that the world would read. */
export function readGeofeedUrl(text: string): string | undefined {
  if (text.length > mostCharacters || !URL.canParse(text)) return undefined;
  const { protocol, username, password, hash, href } = new URL(text);
  const isPublic = protocol === "https:" && username === "" && password === "" && hash === "";
  return isPublic && href.length <= mostCharacters ? href : undefined;
}
