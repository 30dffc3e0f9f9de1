// The contacts that a network or an AS number has of its own; of an AS number the technical one is called routing contact.

export const resourceContactRoles = ["technical", "abuse"] as const;
export type ResourceContactRole = (typeof resourceContactRoles)[number];

export function isResourceContactRole(word: unknown): word is ResourceContactRole {
  return resourceContactRoles.some((role) => role === word);
}
