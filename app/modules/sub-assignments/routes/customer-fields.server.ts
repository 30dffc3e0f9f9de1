// The customer of a form: an organisation by its handle, a new one, or the block's holder for a residential area.
import { z } from "zod";
import { getOrganization } from "#app/modules/organizations/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { CustomerInput } from "../commands/sub-assign.input.ts";
import { customerInput, newRecipientInput } from "../commands/sub-assign.input.ts";

const plain = customerInput.omit({ recipient: true });
const known = z.object({ handle: z.string().trim().min(1, "problems.handleMissing").max(40, "problems.tooLong") });

type Read = { readonly input: CustomerInput } | { readonly error: z.ZodError };

/** Reads the fields of the form; `who` says which of the three it is. */
export async function readCustomer(
  context: ReadingContext,
  block: Network,
  fields: Readonly<Record<string, string>>,
): Promise<Read> {
  const who = fields["who"];
  const rest = plain.safeParse({
    name: fields["networkName"] ?? "",
    assignedOn: fields["assignedOn"] ?? "",
    technicalUserId: fields["technicalUserId"] ?? "",
    abuseUserId: fields["abuseUserId"] ?? "",
    mayPassOn: fields["mayPassOn"] === "yes",
    isResidential: who === "own" || fields["isResidential"] === "yes",
  });
  if (!rest.success) return { error: rest.error };
  if (who === "own") {
    const { handle } = await getOrganization(context, block.organizationId);
    return { input: { ...rest.data, recipient: { handle } } };
  }
  const recipient = who === "new" ? newRecipientInput.safeParse(fields) : known.safeParse(fields);
  return recipient.success ? { input: { ...rest.data, recipient: recipient.data } } : { error: recipient.error };
}

export function problemsOf(error: z.ZodError): { field: string; key: string }[] {
  return error.issues.map(({ path, message }) => ({ field: path.map(String).join("."), key: message }));
}
