// The cookie that keeps the reader's choice of light or dark.
import { createCookie } from "@remix-run/node";
import type { Theme } from "#app/ui/theme.ts";
import { isTheme } from "#app/ui/theme.ts";

/** Carries "light", "dark" or "system". */
export function themeCookie(isSecure: boolean) {
  return createCookie("theme", {
    path: "/",
    sameSite: "lax",
    httpOnly: true,
    secure: isSecure,
    maxAge: 60 * 60 * 24 * 365,
  });
}

/** The theme that this browser asked for. */
export async function themeOfRequest(request: Request): Promise<Theme> {
  const chosen: unknown = await themeCookie(false).parse(request.headers.get("Cookie"));
  return isTheme(chosen) ? chosen : "system";
}
