// The cookies: the session token, and the language chosen for this browser for now.
import { createCookie } from "@remix-run/node";

const base = { path: "/", sameSite: "lax" as const, httpOnly: true };

/** Carries the session's random token. */
export function sessionCookie(isSecure: boolean) {
  return createCookie(isSecure ? "__Host-session" : "session", { ...base, secure: isSecure });
}

/** Carries "es", "en" or "pt". */
export function languageCookie(isSecure: boolean) {
  return createCookie("language", { ...base, secure: isSecure, maxAge: 60 * 60 * 24 * 180 });
}
