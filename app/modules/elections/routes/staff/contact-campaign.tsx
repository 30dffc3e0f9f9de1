// Staff ask the membership contacts to confirm themselves before the roll is frozen: /staff/elections/:electionId/contacts
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { askContacts, remindContacts } from "../../commands/ask-contacts.server.ts";
import { linkToContactCampaign } from "../../links.ts";
import { findContactCampaign } from "../../queries/contact-confirmations.server.ts";
import { findElection } from "../../queries/elections.server.ts";
import { ContactCampaignDesk } from "../../ui/desk/contact-campaign-desk.tsx";

export const handle: PageHandle = { title: "elections:roll.campaign.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff", "auditor"] });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined) throw new Response(null, { status: 404 });
  const { id, title, rollDate, rollFrozenAt } = election;
  const mayAsk = context.actor.roles.some((role) => role === "administrator" || role === "staff");
  return {
    election: { id, title, rollDate, isFrozen: rollFrozenAt !== null },
    campaign: await findContactCampaign(context, id),
    mayAsk,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff"] });
  const electionId = args.params["electionId"] ?? "";
  const { act = "" } = textFieldsOf(await args.request.formData());
  // Why: mails to every contact do not follow from a form in which nothing stands.
  if (act !== "remind" && act !== "ask") throw new Response(null, { status: 400 });
  const done =
    act === "remind" ? await remindContacts(context, { electionId }) : await askContacts(context, { electionId });
  return done.ok ? redirect(linkToContactCampaign(electionId)) : { refusal: done.error };
}

export default function ContactCampaignPage() {
  const { election, campaign, mayAsk } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ContactCampaignDesk election={election} campaign={campaign} mayAsk={mayAsk} refusal={answer?.refusal} />;
}
