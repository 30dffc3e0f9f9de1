// Naming another routing or abuse contact of an AS number.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { writeAsn } from "../../domain/autonomous-system.ts";
import { linkToAutonomousSystem } from "../../links.ts";
import { systemOverview } from "../../queries/network-overview.server.ts";
import { ResourceContactForm } from "../../ui/resource-contact-form.tsx";
import { answerContactForm, roleOf } from "../contact-form.server.ts";
import { openSystemPage } from "../opened-resource.server.ts";

export const handle: PageHandle = { title: "resources:contactForm.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, system } = await openSystemPage(args, { toManage: true, steppedUp: true });
  const role = roleOf(args.params);
  const { contacts } = await systemOverview(context, system);
  return {
    resource: writeAsn(system.asn),
    role: role === "technical" ? ("routing" as const) : role,
    now: contacts[role],
    back: linkToAutonomousSystem(system.asn),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, system } = await openSystemPage(args, { toManage: true, steppedUp: true });
  const role = roleOf(args.params);
  const back = linkToAutonomousSystem(system.asn);
  return answerContactForm(context, args.request, { resource: { asn: system.asn }, role, back });
}

export default function SystemContact() {
  return <ResourceContactForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
