// The addresses of reverse DNS. A prefix is two parts of the address, as people write it: /my/reverse-dns/198.18.0.0/22

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "my/reverse-dns", door: "my", file: "modules/reverse-dns/routes/my/blocks.tsx" },
  { path: "my/reverse-dns/:address/:length", door: "my", file: "modules/reverse-dns/routes/my/delegations.tsx" },
  { path: "my/reverse-dns/:address/:length/delegate", door: "my", file: "modules/reverse-dns/routes/my/delegate.tsx" },
];
