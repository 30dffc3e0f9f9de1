// Where the candidate's open page saves what is being written: biography or questionnaire. Answers JSON.
import type { ActionFunctionArgs } from "@remix-run/node";
import { openOwnCandidacy } from "../open-call.server.ts";
import { saveFileForm } from "../save-file-form.server.ts";

export async function action(args: ActionFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args);
  const part = args.params["part"];
  if (part !== "biography" && part !== "questionnaire") throw new Response(null, { status: 404 });
  const answer = await saveFileForm(context, candidacy.id, part, await args.request.formData());
  return Response.json(answer ?? {}, { status: answer === undefined ? 200 : 422 });
}
