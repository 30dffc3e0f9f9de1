// What the pages that change an organisation begin with: which one it is, and whether the person may change it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import type { Organization } from "../domain/organization.ts";
import { linkToMyOrganization, linkToOrganization } from "../links.ts";
import { permissions } from "../module.ts";
import { requireEditor } from "../queries/contacts.server.ts";
import { findOrganizationByHandle } from "../queries/get-organization.server.ts";

export interface OpenedOrganization {
  readonly context: PersonContext;
  readonly organization: Organization;
  /** The page of the organisation to which this person goes back. */
  readonly back: string;
}

export async function openOrganization(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  wish: { readonly steppedUp?: boolean } = {},
): Promise<OpenedOrganization> {
  const context = await openDoor(args, wish);
  const organization = await findOrganizationByHandle(context, args.params["handle"] ?? "");
  if (organization === undefined) throw new Response(null, { status: 404 });
  await requireEditor(context, organization.id, "organizations:edit-any");
  const isStaff = isPermitted(context.actor, permissions, "organizations:edit-any");
  const back = isStaff ? linkToOrganization(organization.handle) : linkToMyOrganization(organization.handle);
  return { context, organization, back };
}
