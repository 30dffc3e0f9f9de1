// A commissioner checks the bundle in her own browser, signs, and proposes the proclamation: /commission/elections/:electionId/certificate
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { proposeAct } from "#app/modules/approvals/index.server.ts";
import { findCeremony, findElection } from "#app/modules/elections/index.server.ts";
import type { Refusal } from "#app/lib/result/index.ts";
import { err } from "#app/lib/result/index.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { assembleEvidence } from "../../commands/assemble-evidence.server.ts";
import { proclaimResult } from "../../commands/proclaim-result.server.ts";
import { firstRefusal } from "../../domain/obstacles.ts";
import { signConformityInput } from "../../commands/sign-conformity.input.ts";
import { signConformity } from "../../commands/sign-conformity.server.ts";
import { certificateProgress, findCertificate } from "../../queries/certificate.server.ts";
import { readAct } from "../read-act.server.ts";
import { CertificateDesk } from "../../ui/certificate-desk.tsx";

export const handle: PageHandle = { title: "certificates:desk.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission", "auditor"], steppedUp: true });
  const electionId = args.params["electionId"] ?? "";
  const election = await findElection(context, electionId);
  if (election === undefined) throw new Response(null, { status: 404 });
  const seat = await findCeremony(context, { electionId, accountId: context.actor.accountId });
  return {
    election: { id: election.id, title: election.title, group: election.group },
    ownSeat: seat?.ownIndex ?? null,
    certificate: (await findCertificate(context, electionId)) ?? null,
    progress: await certificateProgress(context, electionId),
    now: context.clock.now().toISOString(),
  };
}

export async function action(args: ActionFunctionArgs): Promise<{ refusal?: Refusal; done?: string }> {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const electionId = args.params["electionId"] ?? "";
  const form = Object.fromEntries(await args.request.formData());
  const intent = textOf(form["intent"]);
  const answer = await carryOut(context, electionId, intent, form);
  return answer.ok ? { done: intent } : { refusal: answer.error };
}

async function carryOut(context: PersonContext, electionId: string, intent: string, form: Record<string, unknown>) {
  if (intent === "assemble") return assembleEvidence(context, { electionId });
  if (intent === "sign") return sign(context, { ...form, electionId });
  const election = await findElection(context, electionId);
  const subject = { subjectType: "election", subjectId: electionId };
  const titled = { ...subject, ...(election === undefined ? {} : { subjectTitle: election.title }) };
  const reason = textOf(form["reason"]);
  const asked = await readAct(context, electionId, intent, form);
  if (asked?.ok === false) return asked;
  if (asked !== undefined) return proposeAct(context, asked.value.act, { ...titled, ...asked.value.wish });
  // Security: what nobody asked for by its name is not done, least of all this.
  if (intent !== "proclaim") throw new Response(null, { status: 400 });
  const progress = await certificateProgress(context, electionId);
  const obstacle = firstRefusal(progress.toProclaiming, progress);
  if (obstacle !== undefined) return err(obstacle);
  return proposeAct(context, proclaimResult, { ...titled, payload: {}, reason });
}

function sign(context: PersonContext, form: Record<string, unknown>) {
  const input = signConformityInput.safeParse(form);
  if (!input.success) throw new Response(null, { status: 400 });
  return signConformity(context, input.data);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export default function CertificatePage() {
  const answer = useActionData<typeof action>();
  return <CertificateDesk {...useLoaderData<typeof loader>()} answer={answer} />;
}
