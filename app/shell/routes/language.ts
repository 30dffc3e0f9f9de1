// Remembers the temporary language of this browser. Without JavaScript the switch is a form that comes back here.
import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { languageCookie } from "#app/platform/http/cookies.server.ts";
import { isLanguage } from "#app/platform/language/languages.ts";
import { safeBack } from "./safe-back.ts";

export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const form = await request.formData();
  const language = form.get("language");
  if (!isLanguage(language)) return new Response(null, { status: 400 });
  const isSecure = context.ground.settings.baseUrl.startsWith("https://");
  const cookie = await languageCookie(isSecure).serialize(language);
  return redirect(safeBack(form.get("back")), { headers: { "Set-Cookie": cookie } });
}

export function loader(): Response {
  return redirect("/");
}
