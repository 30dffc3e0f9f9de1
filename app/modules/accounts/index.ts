// Front door for the browser: types and pure functions.
import type { Language } from "#app/platform/language/languages.ts";
import type { Role } from "#app/platform/permissions/actor.ts";

/** The person who is signed in, as pages need to know. */
export interface Viewer {
  readonly accountId: string;
  readonly userId: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly Role[];
}

export * from "./links.ts";
