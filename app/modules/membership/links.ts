// The addresses of this module's pages.

/** The versions of the rules. */
export function linkToRules(): string {
  return "/staff/membership/rules";
}

/** Writing a new version. */
export function linkToNewRules(): string {
  return "/staff/membership/rules/new";
}

/** Who would change, as a file; asked by POST with the document. */
export function linkToRuleEffectsFile(): string {
  return "/staff/membership/rules/effects.csv";
}
