// Signs out. By POST only, so that a link elsewhere cannot do it.
import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { signOut } from "../../commands/sign-out.server.ts";
import { dropToken, tokenOf } from "../cookies.server.ts";

export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const token = await tokenOf(context.ground, request);
  if (token !== undefined) await signOut(context.ground, token);
  return redirect("/sign-in?done=out", { headers: { "Set-Cookie": await dropToken(context.ground) } });
}

export function loader(): Response {
  return redirect("/");
}
