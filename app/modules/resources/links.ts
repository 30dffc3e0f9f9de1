// The addresses of this module's pages.

/** The register of resources, at the desk. */
export function linkToRegister(): string {
  return "/staff/register";
}
