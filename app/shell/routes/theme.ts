// Remembers whether this browser wants light or dark pages, so that the server draws them right from the first byte.
import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { isTheme } from "#app/ui/theme.ts";
import { themeCookie } from "../theme-cookie.server.ts";
import { safeBack } from "./safe-back.ts";

export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const form = await request.formData();
  const theme = form.get("theme");
  if (!isTheme(theme)) return new Response(null, { status: 400 });
  const cookie = await themeCookie(context.ground.settings.baseUrl.startsWith("https://")).serialize(theme);
  return redirect(safeBack(form.get("back")), { headers: { "Set-Cookie": cookie } });
}

export function loader(): Response {
  return redirect("/");
}
