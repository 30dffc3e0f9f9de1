// The page of the directory. WHOIS and RDAP are no pages: app/processes answers them.

/** @type {import("../../urls.js").Url[]} */
export const urls = [{ path: "lookup", door: "open", file: "modules/directory/routes/open/lookup.tsx" }];
