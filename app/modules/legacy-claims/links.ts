// The addresses of this module's pages.

/** Where a member enters OWNER-ID and one-time password. */
export function linkToMyLegacy(): string {
  return "/my/legacy";
}

/** The hostmaster's desk. */
export function linkToLegacyDesk(): string {
  return "/staff/legacy";
}
