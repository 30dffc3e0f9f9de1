// THE MODULE MAP: every room of the house, what it is for, and which other rooms it may use.
// The dependency rules (test/architecture/dependency-rules.mjs) and docs/generated/modules.md are made from it.

/**
 * @typedef {object} Module
 * @property {string} purpose one line
 * @property {string[]} uses the modules whose front door (index.server.ts, index.ts) it may import
 */

/** Modules that every module of the core and above may use. */
export const foundation = ["audit-log", "notifications", "accounts"];

/** @type {Record<string, Module>} */
export const modules = {
  "audit-log": { purpose: "Who did what, and when; hash-chained.", uses: [] },
  notifications: { purpose: "Mail in the reader's language, sealed until it leaves, sent once.", uses: ["audit-log"] },
  accounts: {
    purpose: "People who sign in: passwords, second factor, sessions, roles.",
    uses: ["audit-log", "notifications"],
  },
  organizations: { purpose: "Organisations and the contacts who act for them.", uses: [] },
  resources: { purpose: "The register: who holds which IPv4, IPv6 and AS numbers.", uses: ["organizations"] },
  membership: {
    purpose: "Classes, categories, votes and good standing on a date.",
    uses: ["organizations", "resources"],
  },
  elections: { purpose: "Rolls, trustees, ballots, tally and proof.", uses: ["organizations", "membership"] },
};

/** The modules that `name` may use, the foundation included. */
export function modulesUsableBy(name) {
  const own = modules[name].uses;
  return foundation.includes(name) ? own : [...foundation, ...own];
}
