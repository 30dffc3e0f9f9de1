// The addresses of sub-assignments. A prefix stands in one part of an address: "198.18.0.0-22".

function written(prefix: string): string {
  return encodeURIComponent(prefix.replace("/", "-"));
}

/** What was registered too late, at the desk. */
export function linkToLateRegistrations(): string {
  return "/staff/sub-assignments";
}

/** The blocks of which I may give parts on. */
export function linkToMyBlocks(): string {
  return "/my/sub-assignments";
}

/** What was given on inside a block. */
export function linkToSubAssignments(block: string): string {
  return `/my/sub-assignments/${written(block)}`;
}

/** Giving a part of a block on. */
export function linkToSubAssign(block: string, query = ""): string {
  return `/my/sub-assignments/${written(block)}/new${query === "" ? "" : `?${query}`}`;
}

/** The list as a file. */
export function linkToSubAssignmentsFile(block: string, query: string): string {
  return `/my/sub-assignments/${written(block)}/export.csv${query === "" ? "" : `?query=${encodeURIComponent(query)}`}`;
}

/** Returning, resizing or transferring one. */
export function linkToChangeSubAssignment(prefix: string, act: "return" | "resize" | "transfer"): string {
  return `/my/sub-assignments/${written(prefix)}/${act}`;
}
