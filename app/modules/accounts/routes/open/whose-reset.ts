// Whether a mailed link still works, and for whom. Asked by the page that read the token behind the "#"; it uses nothing up.
import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { findPasswordReset } from "../../commands/reset-password.server.ts";
import { readText } from "../read-form.server.ts";

export interface WhoseReset {
  readonly userId: string | null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const reset = await findPasswordReset(context.ground, readText(await request.formData(), "token"));
  const answer: WhoseReset = { userId: reset?.userId ?? null };
  return data(answer, { headers: { "Cache-Control": "no-store" } });
}
