// Naming another technical or abuse contact of a network.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { linkToNetwork } from "../../links.ts";
import { networkContacts } from "../../queries/network-overview.server.ts";
import { ResourceContactForm } from "../../ui/resource-contact-form.tsx";
import { answerContactForm, roleOf } from "../contact-form.server.ts";
import { openNetworkPage } from "../opened-resource.server.ts";

export const handle: PageHandle = { title: "resources:contactForm.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, network } = await openNetworkPage(args, { toManage: true, steppedUp: true });
  const role = roleOf(args.params);
  const { prefix, contacts } = await networkContacts(context, network);
  return { resource: prefix, role, now: contacts[role], back: linkToNetwork(network.id) };
}

export async function action(args: ActionFunctionArgs) {
  const { context, network } = await openNetworkPage(args, { toManage: true, steppedUp: true });
  const role = roleOf(args.params);
  const resource = { networkId: network.id };
  return answerContactForm(context, args.request, { resource, role, back: linkToNetwork(network.id) });
}

export default function NetworkContact() {
  return <ResourceContactForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
