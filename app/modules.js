// THE MODULE MAP: every room of the house, what it is for, and which other rooms it may use.
// The dependency rules (test/architecture/dependency-rules.mjs) and docs/generated/modules.md are made from it.

/**
 * @typedef {object} Module
 * @property {string} purpose one line
 * @property {string[]} uses the modules whose front door (index.server.ts, index.ts) it may import
 */

/** Modules that every module of the core and above may use. */
export const foundation = ["audit-log", "notifications", "accounts", "approvals"];

/** @type {Record<string, Module>} */
export const modules = {
  "audit-log": { purpose: "Who did what, and when; hash-chained.", uses: [] },
  notifications: { purpose: "Mail in the reader's language, sealed until it leaves, sent once.", uses: ["audit-log"] },
  accounts: {
    purpose: "People who sign in: passwords, second factor, sessions, roles.",
    uses: ["audit-log", "notifications"],
  },
  approvals: {
    purpose: "Acts that need a second person: proposed by one, carried out when another approves.",
    uses: ["audit-log", "notifications", "accounts"],
  },
  organizations: { purpose: "Organisations and the contacts who act for them.", uses: [] },
  resources: { purpose: "The register: who holds which IPv4, IPv6 and AS numbers.", uses: ["organizations"] },
  "reverse-dns": {
    purpose:
      "Which zones of the reverse tree are delegated to which name servers, whether those answer, and the zone files.",
    uses: ["organizations", "resources"],
  },
  "legacy-claims": {
    purpose: "Who becomes the contact of resources that came from another registry, with a one-time password.",
    uses: ["organizations", "resources"],
  },
  directory: {
    purpose: "What the public may see of the register, and the doors to it: WHOIS, RDAP and a page.",
    uses: ["organizations", "resources", "reverse-dns"],
  },
  "sub-assignments": {
    purpose: "Parts of a block that its holder gives on: to whom, since when, and how it is taken back.",
    uses: ["organizations", "resources", "reverse-dns", "directory"],
  },
  membership: {
    purpose: "Classes, categories, votes and good standing on a date.",
    uses: ["organizations", "resources"],
  },
  bodies: { purpose: "Board and commissions: seats, terms, caps and office holders, as dated rules.", uses: [] },
  calendars: { purpose: "The dated stages of a process, checked before they are promised.", uses: [] },
  elections: {
    purpose: "Rolls, trustees, ballots, tally and proof.",
    uses: ["organizations", "membership", "bodies", "calendars"],
  },
  "dress-rehearsals": {
    purpose: "A whole false election before the real one, with a report that the commission signs.",
    uses: ["elections"],
  },
  mandates: {
    purpose: "Who votes for an organisation: delegation, its caps, and the notices about every change.",
    uses: ["organizations", "elections"],
  },
  candidacies: {
    purpose: "Nomination, endorsement, acceptance, the candidate's file, review and questions.",
    uses: ["organizations", "membership", "bodies", "calendars", "elections"],
  },
  claims: {
    purpose: "What members object to, until when, and what the commission decides with which reasons.",
    uses: ["organizations", "calendars", "elections", "candidacies"],
  },
  campaigns: {
    purpose: "The mails of an election's stages: audiences, previews, bounces and proof of sending.",
    uses: ["organizations", "calendars", "elections"],
  },
  alerts: {
    purpose: "What the house finds wrong with itself: clock, roll, proofs, witnesses; told at once.",
    uses: ["elections", "certificates"],
  },
  certificates: {
    purpose: "From the interim result to the official one: seats, conformity, minutes, audit bundle.",
    uses: ["bodies", "calendars", "elections", "claims"],
  },
};

/** The modules that `name` may use, the foundation included. */
export function modulesUsableBy(name) {
  const own = modules[name].uses;
  return foundation.includes(name) ? own : [...foundation, ...own];
}
