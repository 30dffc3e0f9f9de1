// The addresses of this module's pages.

export function linkToBodies(): string {
  return "/bodies";
}

export function linkToBody(bodyKey: string): string {
  return `/bodies/${bodyKey}`;
}

export function linkToBodyDesks(): string {
  return "/staff/bodies";
}

export function linkToBodyDesk(bodyKey: string): string {
  return `/staff/bodies/${bodyKey}`;
}

export function linkToNewBodyRules(bodyKey: string): string {
  return `/staff/bodies/${bodyKey}/rules`;
}

export function linkToTerm(bodyKey: string, termId: string): string {
  return `/staff/bodies/${bodyKey}/terms/${termId}`;
}
