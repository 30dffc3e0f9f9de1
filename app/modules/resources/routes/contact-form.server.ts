// What both forms that name a contact do with what was typed: find the person, ask back where several could be meant, name her.
import { data, redirect } from "@remix-run/node";
import type { z } from "zod";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import type { FoundPeople } from "#app/modules/organizations/index.server.ts";
import { searchPeople } from "#app/modules/organizations/index.server.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { resourceContactInput } from "../commands/set-resource-contact.input.ts";
import type { ResourceReference } from "../commands/set-resource-contact.server.ts";
import { setResourceContact } from "../commands/set-resource-contact.server.ts";
import type { ResourceContactRole } from "../domain/resource-contact-role.ts";
import { isResourceContactRole } from "../domain/resource-contact-role.ts";
import { linkToMyResources } from "../links.ts";
import { findNetwork } from "../queries/networks.server.ts";
import { maySeeNetwork, maySeeSystem } from "../queries/standing.server.ts";
import { findAutonomousSystem } from "../queries/whole-register.server.ts";

export interface ContactForm {
  readonly resource: ResourceReference;
  readonly role: ResourceContactRole;
  /** The page of the resource. */
  readonly back: string;
}

/** The role in the address; 404 for other words. */
export function roleOf(params: { readonly contact?: string | undefined }): ResourceContactRole {
  if (!isResourceContactRole(params.contact)) throw new Response(null, { status: 404 });
  return params.contact;
}

/** The door of the page has made sure that the person may name contacts of the resource; the command asks again. */
export async function answerContactForm(
  context: PersonContext,
  request: Request,
  { resource, role, back }: ContactForm,
) {
  const input = resourceContactInput.safeParse(textFieldsOf(await request.formData()));
  if (!input.success) return answerProblems(input.error);
  const named = await personNamedBy(context, input.data);
  if ("people" in named) {
    const { people, waitSeconds } = named;
    const { person } = input.data;
    if (waitSeconds !== undefined)
      return answerRefusal({ code: "TOO_MANY_SEARCHES", details: { seconds: waitSeconds } });
    if (people.length === 0) return answerRefusal({ code: "NOBODY_FOUND", details: { person } });
    return data({ refusal: undefined, problems: undefined, people, person });
  }
  const outcome = await setResourceContact(context, { resource, role, ...named });
  if (!outcome.ok) return answerRefusal(outcome.error);
  const done = "asn" in resource && role === "technical" ? "routing" : role;
  // Why asked: who has handed a resource over may no longer open its page.
  throw redirect(`${(await stillSees(context, resource)) ? back : linkToMyResources()}?done=${done}`);
}

async function stillSees(context: PersonContext, resource: ResourceReference): Promise<boolean> {
  if ("asn" in resource) {
    const system = await findAutonomousSystem(context, resource.asn);
    return system !== undefined && maySeeSystem(context, system);
  }
  const network = await findNetwork(context, { id: resource.networkId });
  return network !== undefined && maySeeNetwork(context, network);
}

/** The one who is meant, or those who could be. */
async function personNamedBy(
  context: PersonContext,
  { person, accountId, isAdministrative }: z.infer<typeof resourceContactInput>,
): Promise<{ readonly accountId: string | null } | FoundPeople> {
  if (isAdministrative) return { accountId: null };
  if (accountId !== undefined) return { accountId };
  const found = await searchPeople(context, person);
  const [only] = found.people;
  return found.isExact && only !== undefined ? { accountId: only.accountId } : found;
}
