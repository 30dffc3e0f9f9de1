// The links of mails from before the token stood behind the "#": they work until they expire, and from here on as the others.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { linkToResetPassword } from "../../links.ts";

export function loader({ params }: LoaderFunctionArgs): Response {
  const headers = { "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" };
  return redirect(linkToResetPassword(encodeURIComponent(params["token"] ?? "")), { headers });
}
